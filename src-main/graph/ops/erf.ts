import { unary } from '#main/graph/ops/rules'

/** The error function, of which GELU is made. */
export const erf = unary((graph, x) => graph.add('Mul', [
  graph.add('Exp', [graph.add('Neg', [graph.add('Mul', [x, x])])]),
  graph.number(2 / Math.sqrt(Math.PI), x.type),
]))
