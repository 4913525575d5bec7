import type { Operator } from '#main/graph/ops/operator'
import { likeFirst } from '#main/graph/ops/rules'

/** The value itself. */
export const identity: Operator = {
  infer: likeFirst,
  gradient: ({ upstream }) => [upstream],
}
