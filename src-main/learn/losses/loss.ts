import type { Tensor } from '#main/graph/tensor'
import type { Value } from '#main/graph/value'
import type { LabelFree } from '#main/learn/losses/label-free'

/** What a loss is computed from: a batch of embedded photos, their classes, and whatever weights the loss brings. */
export interface LossInputs {
  /** [N, D] float. */
  embedding: Value
  /**
   * [N, K] of the same type: 1 at each row's class, 0 elsewhere; for a loss without labels whatever shares it aims at. K
   * may count classes that are not in the batch.
   */
  oneHot: Value
  /** The values of what `weights` asked for, by name. */
  weights: Readonly<Record<string, Value>>
}

/** A loss that a head can be trained with: one file, one formula, one line in `table.ts`. */
export interface Loss {
  readonly id: string
  readonly title: string
  /** What it pulls and pushes, in a sentence for the user. */
  readonly sentence: string
  readonly formula: string
  readonly source: string
  /** The most rows of a batch; where it is not said, any number. */
  readonly mostRows?: number
  /** Weights that are trained beside the head, at their start. */
  readonly weights?: (dimensions: number, classes: number, seed: number) => Record<string, Tensor>
  /** Appends the loss to the graph of the embedding: one number, [], the lower the better. */
  readonly build: (inputs: LossInputs) => Value
  /** For a loss that needs no labels. */
  readonly withoutLabels?: LabelFree
}
