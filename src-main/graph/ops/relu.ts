import type { Operator } from '#main/graph/ops/operator'
import { indicator, unary } from '#main/graph/ops/rules'

/** max(x, 0); the derivative at 0 is 0. */
export const relu: Operator = unary((graph, x) =>
  indicator(graph, graph.add('Greater', [
    x,
    graph.number(0, x.type),
  ]), x))
