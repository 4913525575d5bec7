import type { Value } from '#main/graph/value'

/** A rule that moves weights against their gradient, as nodes of a graph. */
export interface Optimizer {
  readonly id: string
  readonly source: string
  /** How many running values of a weight's shape it keeps; they start at zero. */
  readonly slots: number
  /** The rate to feed at a step (from 1), for the rate asked for: [] float32. */
  readonly rateAt: (step: number, rate: number) => number
  readonly update: (weight: Value, gradient: Value, slots: readonly Value[], rate: Value) => { weight: Value, slots: Value[] }
}
