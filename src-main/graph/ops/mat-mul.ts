import type { Operator } from '#main/graph/ops/operator'
import type { Value } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { commonType, sumTo } from '#main/graph/ops/rules'
import { broadcastShapes, showShape } from '#main/graph/shapes'

/** Matrix product over the last two axes, with broadcasting over those before. */
export const matMul: Operator = {
  infer([a, b]) {
    if (a.shape.length < 2 || b.shape.length < 2 || a.shape.at(-1) !== b.shape.at(-2))
      throw new GraphMistake(`${showShape(a.shape)} and ${showShape(b.shape)} cannot be multiplied`)
    const lead = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2))
    return [
      {
        type: commonType([a, b]),
        shape: [
          ...lead,
          a.shape.at(-2)!,
          b.shape.at(-1)!,
        ],
      },
    ]
  },
  gradient({ graph, inputs: [a, b], upstream, wanted }) {
    const flat = a.shape.length === 2 && b.shape.length === 2
    return [
      wanted[0]
        ? sumTo(graph, flat
            ? graph.add('Gemm', [upstream, b], { transB: 1 })
            : graph.add('MatMul', [
                upstream,
                swapped(b),
              ]), a.shape)
        : undefined,
      wanted[1]
        ? sumTo(graph, flat && a.graph === graph
            ? graph.add('Gemm', [a, upstream], { transA: 1 })
            : graph.add('MatMul', [
                swapped(a),
                upstream,
              ]), b.shape)
        : undefined,
    ]
  },
}

/** The last two axes exchanged, where the value stands: what a loop's body only looks at is turned once, outside of it. */
function swapped(value: Value): Value {
  const axes = value.shape.map((_, axis) => axis)
  return value.graph.add('Transpose', [value], {
    perm: [
      ...axes.slice(0, -2),
      axes.length - 1,
      axes.length - 2,
    ],
  })
}
