import type { Value } from '#main/graph/value'

/** A trainable map from features to an embedding. */
export interface Head {
  readonly id: string
  readonly title: string
  /** The shape of each weight, by name. */
  readonly weights: (columns: number, dimensions: number) => Record<string, readonly number[]>
  /** [N, M] features → [N, D] embedding. */
  readonly build: (features: Value, weights: Readonly<Record<string, Value>>) => Value
}
