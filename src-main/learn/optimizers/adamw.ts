import type { Optimizer } from '#main/learn/optimizers/optimizer'
import { minus, times } from '#main/graph/formulas'
import { adamStep, correctedRate, moveByAdam } from '#main/learn/optimizers/adam'

const decay = 0.01

/** Adam whose weights shrink by a hundredth of the rate at every step, apart from the gradient and what Adam makes of it. */
export const adamw: Optimizer = {
  id: 'adamw',
  title: 'Adam with decoupled weight decay of 0.01',
  source: 'Loshchilov, Hutter 2019, Decoupled Weight Decay Regularization, algorithm 2',
  slots: 2,
  relativeRate: 1,
  ratesAt: (step, rate) => [correctedRate(step, rate), 1 - rate * decay],
  update: (weight, gradient, slots, [rate, keep]) => {
    const { step, slots: next } = adamStep(gradient, slots)
    return { weight: minus(times(weight, keep), times(step, rate)), slots: next }
  },
  move: (weight, gradient, slots, [rate, keep], scale) => moveByAdam(weight, gradient, slots, { rate, keep, scale }),
}
