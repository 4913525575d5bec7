import type { Operator } from '#main/graph/ops/operator'
import { unary } from '#main/graph/ops/rules'

/** 1 / (1 + e⁻ˣ). */
export const sigmoid: Operator = unary((graph, _, y) => graph.add('Mul', [
  y,
  graph.add('Sub', [
    graph.number(1, y.type),
    y,
  ]),
]))
