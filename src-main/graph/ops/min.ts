import type { Operator } from '#main/graph/ops/operator'
import { broadcasting, selectGradient } from '#main/graph/ops/rules'

/** The smaller of two. */
export const min: Operator = {
  infer: broadcasting,
  gradient: step => selectGradient(step, 'Less'),
}
