import type { Loss } from '#main/learn/losses/loss'
import { larger, minus, pairwiseDistances, plus, times, unitRows } from '#main/graph/formulas'
import { otherClass, sameClass } from '#main/learn/losses/pairs'
import { meanWhere } from '#main/learn/losses/reductions'

const margin = 1

/** Contrastive loss by pairs, on unit vectors; pairs of one label and of two count as much, however many there are. */
export const contrastive: Loss = {
  id: 'contrastive',
  title: 'Contrastive',
  sentence: 'Pulls every two photos of one label together and pushes others apart, up to a margin.',
  formula: 'mean over pairs of one label of d²/2 + mean over pairs of two labels of max(0, 1 − d)²/2,  on unit vectors',
  source: 'Hadsell, Chopra, LeCun 2006, Dimensionality Reduction by Learning an Invariant Mapping; averaged apart as in pytorch-metric-learning',
  build: ({ embedding, oneHot }) => {
    const distances = pairwiseDistances(unitRows(embedding))
    const near = times(times(distances, distances), 0.5)
    const short = larger(minus(margin, distances), 0)
    const far = times(times(short, short), 0.5)
    return plus(meanWhere(near, sameClass(oneHot)), meanWhere(far, otherClass(oneHot)))
  },
}
