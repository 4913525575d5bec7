import type { OpenLibrary } from '#main/app/open-library'
import type { SpaceVectors } from '#main/store/vectors'
import { eachMatch } from '#main/app/each-match'
import { actsOfLabels } from '#main/store/acts-of-labels'
import { assignments } from '#main/store/assignments'

/** Which rows of a space are labelled, and how. */
export interface LabelledRows {
  /** Rows of the space, rising. */
  rows: Int32Array
  /** Their classes, 0 to the number of labels − 1, in the same order. */
  classes: Int32Array
  /** Label ids by class. */
  labels: number[]
}

/** Labelled rows, and the act that gave each its label, 0 where that is not known. */
export interface TaughtRows extends LabelledRows {
  acts: Uint32Array
}

/** The same as `labelledRows`, and how the labels came. */
export async function taughtRows(library: OpenLibrary, of: Pick<SpaceVectors, 'photos'>): Promise<TaughtRows> {
  const labelled = labelledRows(library, of)
  return { ...labelled, acts: await actsOfLabels(library.db, Uint32Array.from(labelled.rows, row => of.photos[row])) }
}

/** The labelled photos of a space as rows and classes. */
export function labelledRows(library: OpenLibrary, { photos }: Pick<SpaceVectors, 'photos'>): LabelledRows {
  const assigned = assignments(library.db)
  const rows: number[] = []
  const found: number[] = []
  eachMatch(photos, assigned.photos, (at, from) => {
    rows.push(at)
    found.push(assigned.labels[from])
  })
  const labels = [
    ...new Set(found),
  ].sort((a, b) => a - b)
  const classOf = new Map(labels.map((label, i) => [label, i]))
  return {
    rows: Int32Array.from(rows),
    classes: Int32Array.from(found, label => classOf.get(label)!),
    labels,
  }
}
