import type { Operator } from '#main/graph/ops/operator'
import { extremeGradient, reducing } from '#main/graph/ops/rules'

/** The smallest over axes. */
export const reduceMin: Operator = {
  attributes: { keepdims: 'int' },
  infer: reducing,
  gradient: extremeGradient,
}
