import type { Value } from '#main/graph/value'

/** A rule that moves weights against their gradient, as nodes of a graph. It knows nothing of what the weights are. */
export interface Optimizer {
  readonly id: string
  readonly title: string
  readonly source: string
  /** How many running values of a weight's shape it keeps; they start at zero. */
  readonly slots: number
  /** What a rate that suits Adam, whose steps are of the rate's own length, is multiplied by. */
  readonly relativeRate: number
  /** The numbers to feed at a step (from 1) for its rate: always as many. */
  readonly ratesAt: (step: number, rate: number) => readonly number[]
  /** The weight and its slots as they are next; `rates` is what `ratesAt` answered, each [] float32. */
  readonly update: (weight: Value, gradient: Value, slots: readonly Value[], rates: readonly Value[]) => { weight: Value, slots: Value[] }
  /** The same for weights of many megabytes, which are moved where they lie: `scale` is what the gradient is multiplied by first. */
  readonly move: (weight: Float32Array, gradient: Float32Array, slots: readonly Float32Array[], rates: readonly number[], scale: number) => void
}
