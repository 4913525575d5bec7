import type { Operator } from '#main/graph/ops/operator'
import { constantNumbers } from '#main/graph/ops/rules'
import { reduceShape } from '#main/graph/shapes'

/** Without the axes given, each of which has size 1. */
export const squeeze: Operator = {
  infer: ([x, axes]) => [
    {
      type: x.type,
      shape: reduceShape(x.shape, constantNumbers(axes, 'axes'), false),
    },
  ],
  gradient: ({ graph, inputs: [, axes], upstream }) => [
    graph.add('Unsqueeze', [upstream, axes]),
  ],
}
