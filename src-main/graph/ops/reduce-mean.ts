import type { Operator } from '#main/graph/ops/operator'
import { reducedAxes, reducing, unreduced } from '#main/graph/ops/rules'
import { knownSizes } from '#main/graph/shapes'

/** The mean over axes. */
export const reduceMean: Operator = {
  attributes: { keepdims: 'int' },
  infer: reducing,
  gradient(step) {
    const { graph, inputs, upstream } = step
    const sizes = knownSizes(inputs[0].shape, 'a gradient')
    const count = reducedAxes(inputs).reduce((product, axis) => product * sizes[axis], 1)
    const share = graph.add('Div', [
      unreduced(step, upstream),
      graph.number(count, upstream.type),
    ])
    return [
      graph.add('Expand', [
        share,
        graph.integers(sizes),
      ]),
    ]
  },
}
