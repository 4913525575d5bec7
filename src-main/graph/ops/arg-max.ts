import type { Operator } from '#main/graph/ops/operator'
import { position } from '#main/graph/ops/rules'

/** Where the largest along an axis is. No gradient. */
export const argMax: Operator = {
  attributes: { axis: 'int', keepdims: 'int' },
  infer: position,
}
