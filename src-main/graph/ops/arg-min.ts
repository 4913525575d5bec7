import type { Operator } from '#main/graph/ops/operator'
import { position } from '#main/graph/ops/rules'

/** Where the smallest along an axis is. No gradient. */
export const argMin: Operator = {
  attributes: { axis: 'int', keepdims: 'int' },
  infer: position,
}
