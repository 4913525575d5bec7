import type { Operator } from '#main/graph/ops/operator'
import { GraphMistake } from '#main/graph/graph-mistake'
import { constantNumbers } from '#main/graph/ops/rules'
import { reduceShape, showShape } from '#main/graph/shapes'

/** Without the axes given, each of which has size 1. */
export const squeeze: Operator = {
  infer([x, axes]) {
    const gone = constantNumbers(axes, 'axes')
    if (gone.some(axis => typeof x.shape.at(axis) === 'number' && x.shape.at(axis) !== 1))
      throw new GraphMistake(`${showShape(x.shape)} has more than one at the axes ${gone.join(', ')}`)
    return [
      { type: x.type, shape: reduceShape(x.shape, gone, false) },
    ]
  },
  gradient: ({ graph, inputs: [, axes], upstream }) => [
    graph.add('Unsqueeze', [upstream, axes]),
  ],
}
