import type { Value } from '#main/graph/value'
import { greater, indicator, larger, over, times } from '#main/graph/formulas'

/** The largest along an axis, which stays as 1. */
export function mostOver(x: Value, axis: number): Value {
  return x.graph.add('ReduceMax', [x, x.graph.integers([axis])], { keepdims: 1 })
}

/** The least along an axis, which stays as 1. */
export function leastOver(x: Value, axis: number): Value {
  return x.graph.add('ReduceMin', [x, x.graph.integers([axis])], { keepdims: 1 })
}

/** The sum of all elements, []. */
export function total(x: Value): Value {
  return x.graph.add('ReduceSum', [x], { keepdims: 0 })
}

/** The mean of x where `where` is 1, [], of the same shape; 0 where nothing is. */
export function meanWhere(x: Value, where: Value): Value {
  return over(total(times(x, where)), larger(total(where), 1))
}

/** 1 where x is more than a bound, 0 elsewhere. */
export function isOver(x: Value, bound: number): Value {
  return indicator(greater(x, bound), x)
}
