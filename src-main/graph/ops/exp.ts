import type { Operator } from '#main/graph/ops/operator'
import { unary } from '#main/graph/ops/rules'

/** eˣ. */
export const exp: Operator = unary((_graph, _x, power) => power)
