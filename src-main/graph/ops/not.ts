import type { Operator } from '#main/graph/ops/operator'
import { likeFirst } from '#main/graph/ops/rules'

/** Not a, of bools. */
export const not: Operator = { infer: likeFirst }
