import type { Operator } from '#main/graph/ops/operator'
import { likeFirst } from '#main/graph/ops/rules'

/** eˣ over its sum along an axis. */
export const softmax: Operator = {
  attributes: { axis: 'int' },
  infer: likeFirst,
  gradient({ graph, outputs: [y], attributes, upstream }) {
    const weighted = graph.add('Mul', [upstream, y])
    const sum = graph.add('ReduceSum', [
      weighted,
      graph.integers([
        Number(attributes.axis ?? -1),
      ]),
    ], { keepdims: 1 })
    return [
      graph.add('Sub', [
        weighted,
        graph.add('Mul', [y, sum]),
      ]),
    ]
  },
}
