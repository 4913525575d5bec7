import type { Graph, Value } from '#main/graph/value'

/** A value of a graph, or a plain number that becomes a constant of the same type as what it meets. */
export type Term = Value | number

/** The innermost graph among the values: a formula of a loop's body may use values from around it. */
function graphOf(...terms: Term[]): Graph {
  const values = terms.filter(term => typeof term !== 'number')
  return values.reduce((deepest, value) => value.graph.depth > deepest.depth
    ? value.graph
    : deepest, values[0].graph)
}

function elementwise(operator: 'Add' | 'Sub' | 'Mul' | 'Div' | 'Max' | 'Min' | 'Pow' | 'Greater', a: Term, b: Term): Value {
  const graph = graphOf(a, b)
  const { type } = typeof a === 'number'
    ? b as Value
    : a
  const value = (term: Term): Value => typeof term === 'number'
    ? graph.number(term, type)
    : term
  return graph.add(operator, [
    value(a),
    value(b),
  ])
}

export const plus = (a: Term, b: Term): Value => elementwise('Add', a, b)
export const minus = (a: Term, b: Term): Value => elementwise('Sub', a, b)
export const times = (a: Term, b: Term): Value => elementwise('Mul', a, b)
export const over = (a: Term, b: Term): Value => elementwise('Div', a, b)
export const larger = (a: Term, b: Term): Value => elementwise('Max', a, b)
export const greater = (a: Term, b: Term): Value => elementwise('Greater', a, b)

export function root(x: Value): Value {
  return x.graph.add('Sqrt', [x])
}

export function product(a: Value, b: Value): Value {
  return graphOf(a, b).add('MatMul', [a, b])
}

export function transposed(x: Value): Value {
  return x.graph.add('Transpose', [x])
}

/** The sum over an axis, which stays as 1. */
export function sumOver(x: Value, axis: number): Value {
  return x.graph.add('ReduceSum', [
    x,
    x.graph.integers([axis]),
  ], { keepdims: 1 })
}

/** The mean over an axis, which stays as 1. */
export function meanOver(x: Value, axis: number): Value {
  return x.graph.add('ReduceMean', [
    x,
    x.graph.integers([axis]),
  ], { keepdims: 1 })
}

/** The mean of all elements, []. */
export function mean(x: Value): Value {
  return x.graph.add('ReduceMean', [x], { keepdims: 0 })
}

/** 1 where a condition holds, 0 elsewhere, in the type of `like`. */
export function indicator(condition: Value, like: Value): Value {
  return condition.graph.add('Cast', [condition], { to: like.type })
}

/** x with every row scaled to unit length. */
export function unitRows(x: Value): Value {
  return over(x, root(larger(sumOver(times(x, x), 1), 1e-12)))
}

/** Distances below this count as this, and pass no gradient. */
const least = 1e-6

/**
 * The Euclidean distances [N, N] of all pairs of rows of x [N, D]. Rows are centred first: the Gram form
 * |a|² + |b|² − 2ab cancels in float32 far from the origin. Distances below 1e-6 count as that, and pass no gradient.
 * The gradient is written out, ∂/∂aᵢ = Σⱼ qᵢⱼ (aᵢ − aⱼ) with q what comes for both directions over the distance: half
 * the passes over [N, N] that the rules of its operators would make.
 */
export function pairwiseDistances(x: Value): Value {
  const centred = minus(x, meanOver(x, 0))
  const squares = sumOver(times(centred, centred), 1)
  const products = product(times(centred, -2), transposed(centred))
  const distances = root(larger(plus(plus(squares, transposed(squares)), products), least ** 2))
  const { graph } = distances
  return graph.differentiateBy(distances, {
    inputs: [x],
    gradient({ upstream }) {
      const both = over(plus(upstream, transposed(upstream)), distances)
      const q = graph.add('Where', [greater(distances, least * 1.0001), both, graph.number(0, both.type)])
      return [minus(times(sumOver(q, 1), centred), product(q, centred))]
    },
  })
}
