import type { Operator } from '#main/graph/ops/operator'
import { unary } from '#main/graph/ops/rules'

/** The natural logarithm of x > 0. */
export const log: Operator = unary((graph, x) => graph.add('Div', [
  graph.number(1, x.type),
  x,
]))
