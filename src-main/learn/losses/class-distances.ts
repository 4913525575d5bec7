import type { Value } from '#main/graph/value'
import { larger, minus, over, product, sumOver, times, transposed } from '#main/graph/formulas'
import { isOver } from '#main/learn/losses/reductions'

/** How far the rows of a batch are from its classes, in the mean. */
export interface ClassDistances {
  /** [N, 1]: from the others of the own class; 0 without any. */
  own: Value
  /** [N, K]: from the rows of each class; 0 from a class without any. */
  byClass: Value
  /** [N, K]: 1 at the classes of other rows, 0 at the own and at classes without a row. */
  isOther: Value
  /** [N, 1]: how many others are of the own class, and 1 without any. */
  fellows: Value
  /** [1, K]: how many rows are of each class, and 1 without any. */
  sizes: Value
  /** [N, 1]: 1 for a row that has a fellow in its class and rows of another, so that it has a silhouette. */
  hasBoth: Value
}

/**
 * @param sums [N, K]: from each row to all others of each class together
 * @param oneHot [N, K]
 */
export function classDistances(sums: Value, oneHot: Value): ClassDistances {
  const sizes = sumOver(oneHot, 0)
  const fellows = minus(product(oneHot, transposed(sizes)), 1)
  const divisors = { fellows: larger(fellows, 1), sizes: larger(sizes, 1) }
  const isOther = times(minus(1, oneHot), isOver(sizes, 0.5))
  return {
    own: over(sumOver(times(sums, oneHot), 1), divisors.fellows),
    byClass: over(sums, divisors.sizes),
    isOther,
    ...divisors,
    hasBoth: times(isOver(fellows, 0.5), isOver(sumOver(isOther, 1), 0.5)),
  }
}
