import type { Operator } from '#main/graph/ops/operator'
import { knownSizes } from '#main/graph/shapes'

/** The mean over all places of [N, C, H, W], as [N, C, 1, 1]. */
export const globalAveragePool: Operator = {
  infer: ([x]) => [
    {
      type: x.type,
      shape: x.shape.map((size, axis) => axis < 2
        ? size
        : 1),
    },
  ],
  gradient({ graph, inputs: [x], upstream }) {
    const sizes = knownSizes(x.shape, 'a gradient')
    const places = sizes.slice(2).reduce((product, size) => product * size, 1)
    return [
      graph.add('Expand', [
        graph.add('Div', [
          upstream,
          graph.number(places, x.type),
        ]),
        graph.integers(sizes),
      ]),
    ]
  },
}
