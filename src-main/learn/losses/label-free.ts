import type { Tensor } from '#main/graph/tensor'
import type { Matrix } from '#main/matrix/matrix'

/** What is known where new targets are asked for. */
export interface TargetInputs {
  /** [N, D]: every photo that is trained on, as the head embeds it now. */
  embedding: Matrix
  /** How many clusters there are to be. */
  clusters: number
  /** The weights of the loss as they are now. */
  weights: Readonly<Record<string, Tensor>>
  seed: number
  signal?: AbortSignal
}

/** How a loss does without labels: it makes its own targets from the embedding, again and again as that changes. */
export interface LabelFree {
  /** What every row aims at from now on: [N, K], rows of sum 1. @throws CANCELLED */
  readonly targets: (inputs: TargetInputs) => Promise<Matrix>
  /** The weights of the loss at its start, from the middles [K, D] of clusters of the embedding. */
  readonly weightsFrom: (middles: Matrix) => Record<string, Tensor>
  /** Whether they start again with new targets, whose clusters come in any order. */
  readonly startsAgain: boolean
}
