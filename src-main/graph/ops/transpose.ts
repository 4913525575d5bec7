import type { Operator } from '#main/graph/ops/operator'
import { GraphMistake } from '#main/graph/graph-mistake'

/** The axes in another order; reversed by default. */
export const transpose: Operator = {
  attributes: { perm: 'ints' },
  infer([x], { perm }) {
    const order = orderOf(x.shape.length, perm)
    if (new Set(order).size !== x.shape.length)
      throw new GraphMistake(`the order [${order.join(', ')}] does not fit ${x.shape.length} axes`)
    return [
      {
        type: x.type,
        shape: order.map(axis => x.shape[axis]),
      },
    ]
  },
  gradient({ graph, attributes, upstream }) {
    const order = orderOf(upstream.shape.length, attributes.perm)
    return [
      graph.add('Transpose', [upstream], {
        perm: order.map((_, axis) => order.indexOf(axis)),
      }),
    ]
  },
}

function orderOf(rank: number, perm: unknown): readonly number[] {
  return perm as number[] | undefined ?? Array.from({ length: rank }, (_, axis) => rank - 1 - axis)
}
