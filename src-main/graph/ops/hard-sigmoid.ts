import type { Operator } from '#main/graph/ops/operator'
import { indicator, likeFirst } from '#main/graph/ops/rules'

/** max(0, min(1, alpha · x + beta)). */
export const hardSigmoid: Operator = {
  attributes: { alpha: 'float', beta: 'float' },
  infer: likeFirst,
  gradient({ graph, outputs: [y], attributes: { alpha = 0.2 }, upstream }) {
    const above = indicator(graph, graph.add('Greater', [y, graph.number(0, y.type)]), y)
    const below = indicator(graph, graph.add('Less', [y, graph.number(1, y.type)]), y)
    const slope = graph.add('Mul', [graph.add('Mul', [above, below]), graph.number(Number(alpha), y.type)])
    return [graph.add('Mul', [upstream, slope])]
  },
}
