import type { Random } from '#main/matrix/random'

/** Chooses the rows of each batch. */
export interface Sampler {
  readonly id: string
  /** How many rows a batch has, of at most `most`. Where that is all rows, a batch is all of them in their order. */
  readonly batchSize: (classes: ArrayLike<number>, most: number) => number
  /** The rows of one batch, all of them the length `batchSize` told. `classes` is [N]: the class of each row. */
  readonly batch: (classes: ArrayLike<number>, size: number, from: Random) => Int32Array
}
