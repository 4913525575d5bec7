import type { Operator } from '#main/graph/ops/operator'
import { indicator, likeFirst } from '#main/graph/ops/rules'

/** x held between two scalars, either of which may be left out. */
export const clip: Operator = {
  infer: likeFirst,
  gradient({ graph, inputs: [x, low, high], upstream }) {
    const inside = [
      ...low
        ? [
            graph.add('Greater', [x, low]),
          ]
        : [],
      ...high
        ? [
            graph.add('Less', [x, high]),
          ]
        : [],
    ].map(condition => indicator(graph, condition, x))
    return [
      inside.reduce((gradient, within) => graph.add('Mul', [gradient, within]), upstream),
    ]
  },
}
