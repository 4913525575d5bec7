import type { Value } from '#main/graph/value'
import type { Optimizer } from '#main/learn/optimizers/optimizer'
import { minus, over, plus, root, times } from '#main/graph/formulas'

const forget = 0.9
const forgetSquares = 0.999

/** Adam. The correction of its start is in the rate, so that the graph holds no powers. */
export const adam: Optimizer = {
  id: 'adam',
  title: 'Adam',
  source: 'Kingma, Ba 2015, Adam, algorithm 1 with the rate of section 2',
  slots: 2,
  relativeRate: 1,
  ratesAt: (step, rate) => [correctedRate(step, rate)],
  update: (weight, gradient, slots, [rate]) => {
    const { step, slots: next } = adamStep(gradient, slots)
    return { weight: minus(weight, times(step, rate)), slots: next }
  },
  move: (weight, gradient, slots, [rate], scale) => moveByAdam(weight, gradient, slots, { rate, keep: 1, scale }),
}

/** The rate that makes up for running means that started at zero. */
export function correctedRate(step: number, rate: number): number {
  return rate * Math.sqrt(1 - forgetSquares ** step) / (1 - forget ** step)
}

/** The running mean of the gradient over the root of that of its square, and both as they are next. */
export function adamStep(gradient: Value, [first, second]: readonly Value[]): { step: Value, slots: Value[] } {
  const mean = plus(times(first, forget), times(gradient, 1 - forget))
  const square = plus(times(second, forgetSquares), times(times(gradient, gradient), 1 - forgetSquares))
  return { step: over(mean, plus(root(square), 1e-8)), slots: [mean, square] }
}

/** A step of Adam in place, before which the weights shrink to `keep` of themselves. */
export function moveByAdam(
  weight: Float32Array,
  gradient: Float32Array,
  [first, second]: readonly Float32Array[],
  { rate, keep, scale }: { rate: number, keep: number, scale: number },
): void {
  for (let i = 0; i < weight.length; i++) {
    const g = scale * gradient[i]
    first[i] = forget * first[i] + (1 - forget) * g
    second[i] = forgetSquares * second[i] + (1 - forgetSquares) * g * g
    weight[i] = keep * weight[i] - rate * first[i] / (Math.sqrt(second[i]) + 1e-8)
  }
}
