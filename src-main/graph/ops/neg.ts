import type { Operator } from '#main/graph/ops/operator'
import { likeFirst } from '#main/graph/ops/rules'

/** −x. */
export const neg: Operator = {
  infer: likeFirst,
  gradient: ({ graph, upstream }) => [
    graph.add('Neg', [upstream]),
  ],
}
