import type { Operator } from '#main/graph/ops/operator'
import type { Shape, Size } from '#main/graph/shapes'

/** Two axes: the product of those before `axis`, and of those from it on. */
export const flatten: Operator = {
  attributes: { axis: 'int' },
  infer: ([x], { axis = 1 }) => [
    {
      type: x.type,
      shape: [
        product(x.shape.slice(0, Number(axis))),
        product(x.shape.slice(Number(axis))),
      ],
    },
  ],
  gradient({ graph, inputs: [x], upstream }) {
    const sizes = x.shape.map((size, axis) => typeof size === 'number'
      ? size
      : axis === 0
        ? -1
        : 0)
    return [
      graph.add('Reshape', [
        upstream,
        graph.integers(sizes),
      ]),
    ]
  },
}

/** One symbol may stand alone; a product with it is unknown. */
function product(sizes: Shape): Size {
  if (sizes.length === 1)
    return sizes[0]
  return sizes.some(size => typeof size === 'string')
    ? '?'
    : (sizes as number[]).reduce((all, size) => all * size, 1)
}
