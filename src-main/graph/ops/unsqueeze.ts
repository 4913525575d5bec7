import type { Operator } from '#main/graph/ops/operator'
import { constantNumbers } from '#main/graph/ops/rules'
import { axisOf } from '#main/graph/shapes'

/** With further axes of size 1, at the places they have in the result. */
export const unsqueeze: Operator = {
  infer([x, axes]) {
    const at = constantNumbers(axes, 'axes')
    const rank = x.shape.length + at.length
    const places = new Set(at.map(axis => axisOf(axis, rank)))
    const sizes = [...x.shape]
    return [
      {
        type: x.type,
        shape: Array.from({ length: rank }, (_, axis) => places.has(axis)
          ? 1
          : sizes.shift()!),
      },
    ]
  },
  gradient: ({ graph, inputs: [, axes], upstream }) => [
    graph.add('Squeeze', [upstream, axes]),
  ],
}
