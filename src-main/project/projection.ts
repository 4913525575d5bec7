import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'

/** What a projection is made from. */
export interface ProjectionInput {
  /** [N, D] */
  space: Matrix
  /** The nearest photos in the space, as many as the method asks for; `emptyNeighbours(N, 0)` where it asks for none. */
  neighbours: Neighbours
  /** [N, 2] Where the photos lay on the last map, in its units; the method goes on from there where it can. */
  initial?: Float32Array
  seed: number
  /** A map that only stands in until the next one is asked for less care, which costs a fraction of the time. */
  draft?: boolean
  signal?: AbortSignal
  /** A copy of the coordinates so far, [N, 2], and the share of the work done, a few times a second. */
  onProgress?: (coordinates: Float32Array, done: number) => void
}

/** A way to lay a space out in two dimensions. */
export interface ProjectionMethod {
  readonly title: string
  /** What it shows, for the person who chooses. */
  readonly sentence: string
  /** How many neighbours of each photo it needs in a library of so many photos. */
  readonly neighbours: (photos: number) => number
  /**
   * Lays the space out: `[N, 2] float32`, in units of its own. The same input and seed give the same map, bit for bit.
   * @throws CANCELLED
   */
  readonly project: (input: ProjectionInput) => Promise<Float32Array>
}
