import type { Operator } from '#main/graph/ops/operator'
import { constantNumbers } from '#main/graph/ops/rules'
import { axisOf } from '#main/graph/shapes'

/** Rows with the on-value at an index and the off-value elsewhere: inputs are indices, depth and [off, on]. No gradient. */
export const oneHot: Operator = {
  attributes: { axis: 'int' },
  infer([indices, depth, values], { axis = -1 }) {
    const at = axisOf(Number(axis), indices.shape.length + 1)
    return [
      {
        type: values.type,
        shape: indices.shape.toSpliced(at, 0, constantNumbers(depth, 'depth')[0]),
      },
    ]
  },
}
