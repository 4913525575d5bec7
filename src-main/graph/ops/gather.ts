import type { Operator } from '#main/graph/ops/operator'
import { GraphMistake } from '#main/graph/graph-mistake'
import { axisOf, knownSizes } from '#main/graph/shapes'

/** The slices of an axis at int64 or int32 indices, in their order. The gradient is for axis 0. */
export const gather: Operator = {
  attributes: { axis: 'int' },
  infer([x, indices], { axis = 0 }) {
    const at = axisOf(Number(axis), x.shape.length)
    return [
      {
        type: x.type,
        shape: x.shape.toSpliced(at, 1, ...indices.shape),
      },
    ]
  },
  gradient({ graph, inputs: [x, indices], attributes, upstream }) {
    if (axisOf(Number(attributes.axis ?? 0), x.shape.length) !== 0)
      throw new GraphMistake('the gradient of a Gather is for axis 0; transpose first')
    const zeros = graph.add('Expand', [
      graph.number(0, x.type),
      graph.integers(knownSizes(x.shape, 'a gradient')),
    ])
    const rows = graph.add('Unsqueeze', [
      indices.type === 'int64' ? indices : graph.add('Cast', [indices], { to: 'int64' }),
      graph.integers([indices.shape.length]),
    ])
    return [
      graph.add('ScatterND', [zeros, rows, upstream], { reduction: 'add' }),
      undefined,
    ]
  },
}
