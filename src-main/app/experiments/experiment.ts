import type { Matrix } from '#main/matrix/matrix'

/** What an experiment is told. */
export interface ExperimentOptions {
  /** Ids of losses to compare. */
  losses: string[]
  /** Dimensions of the learnt spaces to compare. */
  dimensions: number[]
  /** Photos labelled in each seen group. */
  labels: number
  seed: number
}

/** A space of the library as an experiment gets it. */
export interface TapSpace {
  id: string
  title: string
  /** [N, D], unit length, in the order of `groups`. */
  vectors: Matrix
}

/** What an experiment works on and with; truth is the folder each photo is in. */
export interface ExperimentBench {
  /** [N] the true group of each photo, 0 to the number of names − 1. */
  groups: Int32Array
  names: string[]
  /** The library's taps, the first layer first; the last is what heads are learnt from. */
  taps: TapSpace[]
  options: ExperimentOptions
  /** Learns a head as *Learn* does, starting from the closed form and held near it, and embeds all of the space. */
  learn: (space: Matrix, rows: Int32Array, classes: Int32Array, how: { loss: string, dimensions: number, seed: number }) => Promise<{ space: Matrix, seconds: number }>
  /** Trains a head by one loss alone, from principal components until it stops falling. */
  train: (space: Matrix, rows: Int32Array, classes: Int32Array, how: { loss: string, dimensions: number, seed: number }) => Promise<{ space: Matrix, steps: number, seconds: number }>
  assess: (request: AssessRequest) => Promise<Assessment>
  /** [N, 2] a UMAP of the rows given. */
  map: (space: Matrix) => Promise<Float32Array>
  /** Says what is being done now. */
  report: (step: string, done: number, total: number) => void
}

/** Which rows are what, for measuring a space. All three kinds are disjoint; classes are true groups. */
export interface AssessRequest {
  space: Matrix
  groups: Int32Array
  /** Labelled photos. */
  labelled: Int32Array
  /** Photos of the labelled groups that were held out. */
  seen: Int32Array
  /** Photos of groups that were never labelled. */
  unseen: Int32Array
  seed: number
}

/** How well a space tells groups apart, on photos that nothing was learnt from; null where there are none. */
export interface Assessment {
  /** Share of held-out photos whose five nearest labelled photos name their group. */
  seenAccuracy: number | null
  seenSilhouette: number | null
  /** Of k-means groups, as many as there are, with the true ones. */
  seenNmi: number | null
  /** Share of photos never labelled whose nearest other one is of their group. */
  unseenAccuracy: number | null
  unseenSilhouette: number | null
  unseenNmi: number | null
}

/** One line of an experiment's table; columns are the same in all lines. */
export type ExperimentRow = Record<string, string | number | null>

/** A map for the picture. */
export interface ExperimentMap {
  title: string
  xy: Float32Array
  /** True groups of the photos shown. */
  groups: Int32Array
}

export interface ExperimentOutcome {
  rows: ExperimentRow[]
  maps: ExperimentMap[]
}

/** One of the article's experiments: a file and a line in the table. */
export interface Experiment {
  id: string
  title: string
  /** What it shows, in a sentence. */
  sentence: string
  run: (bench: ExperimentBench) => Promise<ExperimentOutcome>
}
