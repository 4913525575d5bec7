import type { Operator } from '#main/graph/ops/operator'
import { unary } from '#main/graph/ops/rules'

/** √x; the derivative at 0 is infinite, so keep x above it. */
export const sqrt: Operator = unary((graph, _, root) => graph.add('Div', [
  graph.number(0.5, root.type),
  root,
]))
