import type { Operator } from '#main/graph/ops/operator'
import { broadcasting, sumTo } from '#main/graph/ops/rules'
import { broadcastShapes } from '#main/graph/shapes'

/** b where the bool a holds, c elsewhere. */
export const where: Operator = {
  infer: ([condition, b, c]) =>
    [
      {
        type: broadcasting([b, c])[0].type,
        shape: broadcastShapes(condition.shape, b.shape, c.shape),
      },
    ],
  gradient({ graph, inputs: [condition, b, c], upstream }) {
    const zero = graph.number(0, upstream.type)
    return [
      undefined,
      sumTo(graph, graph.add('Where', [condition, upstream, zero]), b.shape),
      sumTo(graph, graph.add('Where', [condition, zero, upstream]), c.shape),
    ]
  },
}
