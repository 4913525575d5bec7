import type { Operator } from '#main/graph/ops/operator'
import { likeFirst } from '#main/graph/ops/rules'

/** A value with slices put, or with the reduction `add` added, at indices [..., k]. */
export const scatterNd: Operator = {
  attributes: { reduction: 'string' },
  infer: likeFirst,
}
