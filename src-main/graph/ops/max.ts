import type { Operator } from '#main/graph/ops/operator'
import { broadcasting, selectGradient } from '#main/graph/ops/rules'

/** The larger of two. */
export const max: Operator = {
  infer: broadcasting,
  gradient: step => selectGradient(step, 'Greater'),
}
