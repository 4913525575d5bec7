import type { Operator } from '#main/graph/ops/operator'
import { comparison } from '#main/graph/ops/rules'

/** a = b. */
export const equal: Operator = comparison
