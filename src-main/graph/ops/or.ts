import type { Operator } from '#main/graph/ops/operator'
import { comparison } from '#main/graph/ops/rules'

/** a or b, of bools. */
export const or: Operator = comparison
