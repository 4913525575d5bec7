import type { Operator } from '#main/graph/ops/operator'
import type { Graph, Value } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { sumTo } from '#main/graph/ops/rules'
import { broadcastShapes, showShape } from '#main/graph/shapes'

/** Matrix product over the last two axes, with broadcasting over those before. */
export const matMul: Operator = {
  infer([a, b]) {
    if (a.shape.length < 2 || b.shape.length < 2 || a.shape.at(-1) !== b.shape.at(-2))
      throw new GraphMistake(`${showShape(a.shape)} and ${showShape(b.shape)} cannot be multiplied`)
    const lead = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2))
    return [
      {
        type: a.type,
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
                swapped(graph, b),
              ]), a.shape)
        : undefined,
      wanted[1]
        ? sumTo(graph, flat
            ? byRight(graph, a, upstream)
            : graph.add('MatMul', [
                swapped(graph, a),
                upstream,
              ]), b.shape)
        : undefined,
    ]
  },
}

/** aᵀ · upstream. What a loop's body only looks at is turned once, outside of it. */
function byRight(graph: Graph, a: Value, upstream: Value): Value {
  return a.graph.depth < graph.depth
    ? graph.add('MatMul', [swapped(a.graph, a), upstream])
    : graph.add('Gemm', [a, upstream], { transA: 1 })
}

/** The last two axes exchanged. */
function swapped(graph: Graph, value: Value): Value {
  const axes = value.shape.map((_, axis) => axis)
  return graph.add('Transpose', [value], {
    perm: [
      ...axes.slice(0, -2),
      axes.length - 1,
      axes.length - 2,
    ],
  })
}
