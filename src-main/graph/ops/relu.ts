import type { Operator } from '#main/graph/ops/operator'
import { likeFirst } from '#main/graph/ops/rules'

/** max(x, 0); the derivative at 0 is 0. */
export const relu: Operator = {
  infer: likeFirst,
  gradient: ({ graph, outputs: [y], upstream }) => {
    const zero = graph.number(0, y.type)
    return [graph.add('Where', [graph.add('Greater', [y, zero]), upstream, zero])]
  },
}
