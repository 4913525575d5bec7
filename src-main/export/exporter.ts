import type { NetworkDescription } from '#main/backbones/network-description'
import type { SpaceVectors } from '#main/store/vectors'
import type { ExportFormat } from '#shared/contract/exports'

/** One photo as it leaves the library. */
export interface ExportedPhoto {
  id: number
  /** Relative to the library's folder, `/` between its parts. */
  path: string
  label: string | null
  suggestion: string | null
  /** Of the suggestion, 0 to 1. */
  confidence: number | null
  /** Index of its cluster on the shown map; −1 for a stray, null where it is not on the map. */
  cluster: number | null
  /** Where it lies on the shown map. */
  x: number | null
  y: number | null
}

/** The network of a run. */
export interface RunNetwork {
  /** A name for its file, without ending. */
  name: string
  /** Of the ONNX file. */
  bytes: Uint8Array
  /** What stands in the JSON file of the same name. */
  description: NetworkDescription
  /** The names of its classes, where they are the user's own. */
  classNames: { file: string, content: Uint8Array } | undefined
}

/** The library as an exporter sees it. */
export interface ExportSource {
  /** The photos' folder, absolute. */
  folder: string
  photos: ExportedPhoto[]
  labels: { name: string, colour: string, photos: number, parent: string | null }[]
  /** Vectors of the space asked for; the file paths are those of `photos`, by id. */
  vectors: () => Promise<SpaceVectors>
  /** The network of the run asked for. */
  network: () => Promise<RunNetwork>
}

export interface Written {
  /** What the way out counts: rows, vectors or files. */
  written: number
  /** Photos left out because their file is gone. */
  gone?: number
}

/** A way out of the library. */
export interface Exporter extends ExportFormat {
  write: (source: ExportSource, to: string) => Promise<Written>
}
