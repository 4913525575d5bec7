import type { Operator } from '#main/graph/ops/operator'
import { unary } from '#main/graph/ops/rules'

/** The hyperbolic tangent. */
export const tanh: Operator = unary((graph, _, y) => graph.add('Sub', [
  graph.number(1, y.type),
  graph.add('Mul', [y, y]),
]))
