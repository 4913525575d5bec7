import type { Operator } from '#main/graph/ops/operator'
import { GraphMistake } from '#main/graph/graph-mistake'
import { commonType } from '#main/graph/ops/rules'
import { axisOf, knownSizes, sameShape, showShape } from '#main/graph/shapes'

/** Inputs one after another along an axis. */
export const concat: Operator = {
  attributes: { axis: 'int' },
  infer(inputs, { axis }) {
    const [first] = inputs
    const at = axisOf(Number(axis), first.shape.length)
    const odd = inputs.find(({ shape }) => !sameShape(shape.toSpliced(at, 1), first.shape.toSpliced(at, 1)))
    if (odd)
      throw new GraphMistake(`${showShape(first.shape)} and ${showShape(odd.shape)} differ beside axis ${at}`)
    const sizes = knownSizes(inputs.map(({ shape }) => shape[at]), 'a concatenation')
    return [
      {
        type: commonType(inputs),
        shape: first.shape.with(at, sizes.reduce((sum, size) => sum + size, 0)),
      },
    ]
  },
  gradient({ graph, inputs, attributes, upstream, wanted }) {
    const at = axisOf(Number(attributes.axis), upstream.shape.length)
    let start = 0
    return inputs.map(({ shape }, which) => {
      const end = start + Number(shape[at])
      const part = wanted[which]
        ? graph.add('Slice', [
            upstream,
            graph.integers([start]),
            graph.integers([end]),
            graph.integers([at]),
          ])
        : undefined
      start = end
      return part
    })
  },
}
