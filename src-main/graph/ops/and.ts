import type { Operator } from '#main/graph/ops/operator'
import { comparison } from '#main/graph/ops/rules'

/** a and b, of bools. */
export const and: Operator = comparison
