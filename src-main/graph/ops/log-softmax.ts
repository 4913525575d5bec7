import type { Operator } from '#main/graph/ops/operator'
import { likeFirst } from '#main/graph/ops/rules'

/** x minus the logarithm of the sum of eˣ along an axis. */
export const logSoftmax: Operator = {
  attributes: { axis: 'int' },
  infer: likeFirst,
  gradient({ graph, outputs: [y], attributes, upstream }) {
    const sum = graph.add('ReduceSum', [
      upstream,
      graph.integers([
        Number(attributes.axis ?? -1),
      ]),
    ], { keepdims: 1 })
    return [
      graph.add('Sub', [
        upstream,
        graph.add('Mul', [
          graph.add('Exp', [y]),
          sum,
        ]),
      ]),
    ]
  },
}
