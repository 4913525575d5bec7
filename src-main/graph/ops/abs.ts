import type { Operator } from '#main/graph/ops/operator'
import { indicator, unary } from '#main/graph/ops/rules'

/** |x|; the derivative at 0 is 0. */
export const abs: Operator = unary((graph, x) => graph.add('Sub', [
  indicator(graph, graph.add('Greater', [
    x,
    graph.number(0, x.type),
  ]), x),
  indicator(graph, graph.add('Less', [
    x,
    graph.number(0, x.type),
  ]), x),
]))
