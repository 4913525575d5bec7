import type { Optimizer } from '#main/learn/optimizers/optimizer'
import { longest } from '#main/learn/optimizers/descend'

/** A weight that is moved where it lies, and the optimizer's running values of it. */
export interface DescendingWeight {
  values: Float32Array
  slots: readonly Float32Array[]
}

/**
 * What `descend` does in a graph, for weights too large to be copied out of one at every step.
 *
 * @param weights are moved
 * @param gradients one for each weight
 * @param rates what `ratesOf` answers for the step
 * @param optimizer the rule
 * @returns the length of all gradients together, before it is cut to the longest allowed; where it is not finite, nothing
 * has moved
 */
export function descendInPlace(weights: readonly DescendingWeight[], gradients: readonly Float32Array[], rates: readonly number[], optimizer: Optimizer): number {
  const length = Math.sqrt(gradients.reduce((sum, gradient) => sum + squaresOf(gradient), 0))
  if (Number.isFinite(length)) {
    const scale = longest / Math.max(length, longest)
    weights.forEach(({ values, slots }, at) => optimizer.move(values, gradients[at], slots, rates, scale))
  }
  return length
}

/** In four sums, so that each addition need not wait for the one before. */
function squaresOf(values: Float32Array): number {
  const fours = values.length - values.length % 4
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let i = 0; i < fours; i += 4) {
    a += values[i] * values[i]
    b += values[i + 1] * values[i + 1]
    c += values[i + 2] * values[i + 2]
    d += values[i + 3] * values[i + 3]
  }
  for (let i = fours; i < values.length; i++)
    a += values[i] * values[i]
  return a + b + c + d
}
