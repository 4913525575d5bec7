import type { Head } from '#main/learn/heads/head'
import { product } from '#main/graph/formulas'

/** One matrix. It has no bias: no distance between photos depends on one, so a loss of distances would never train it. */
export const linear: Head = {
  id: 'linear',
  title: 'Linear',
  weights: (columns, dimensions) => ({
    head: [columns, dimensions],
  }),
  build: (features, { head }) => product(features, head),
}
