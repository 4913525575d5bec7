import type { Operator } from '#main/graph/ops/operator'
import { GraphMistake } from '#main/graph/graph-mistake'
import { constantNumbers } from '#main/graph/ops/rules'
import { knownSizes } from '#main/graph/shapes'

/** Zeros around a value: `pads` are the counts before each axis, then after each. */
export const pad: Operator = {
  attributes: { mode: 'string' },
  infer([x, pads]) {
    const counts = constantNumbers(pads, 'pads')
    const rank = x.shape.length
    if (counts.length !== 2 * rank)
      throw new GraphMistake(`${counts.length} pads are not two for each of ${rank} axes`)
    return [
      {
        type: x.type,
        shape: x.shape.map((size, axis) => {
          const added = counts[axis] + counts[axis + rank]
          return typeof size === 'number'
            ? size + added
            : added === 0
              ? size
              : '?'
        }),
      },
    ]
  },
  gradient({ graph, inputs: [x, pads], upstream }) {
    const before = constantNumbers(pads, 'pads').slice(0, x.shape.length)
    const ends = knownSizes(x.shape, 'a gradient').map((size, axis) => before[axis] + size)
    return [
      graph.add('Slice', [
        upstream,
        graph.integers(before),
        graph.integers(ends),
        graph.integers(x.shape.map((_, axis) => axis)),
      ]),
    ]
  },
}
