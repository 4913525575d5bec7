import type { Operator } from '#main/graph/ops/operator'
import { extremeGradient, reducing } from '#main/graph/ops/rules'

/** The largest over axes. */
export const reduceMax: Operator = {
  attributes: { keepdims: 'int' },
  infer: reducing,
  gradient: extremeGradient,
}
