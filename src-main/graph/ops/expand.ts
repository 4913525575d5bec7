import type { Operator } from '#main/graph/ops/operator'
import { constantNumbers, sumTo } from '#main/graph/ops/rules'
import { broadcastShapes } from '#main/graph/shapes'

/** Stretched to broadcast against a constant shape. */
export const expand: Operator = {
  infer: ([x, shape]) => [
    {
      type: x.type,
      shape: broadcastShapes(x.shape, constantNumbers(shape, 'shape')),
    },
  ],
  gradient: ({ graph, inputs: [x], upstream }) => [
    sumTo(graph, upstream, x.shape),
  ],
}
