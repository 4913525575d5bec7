import type { Loss } from '#main/learn/losses/loss'
import { larger, minus, pairwiseDistances, plus, sumOver, times, unitRows } from '#main/graph/formulas'
import { beyond, otherClass, sameClass } from '#main/learn/losses/pairs'
import { isOver, leastOver, meanWhere, mostOver } from '#main/learn/losses/reductions'

const margin = 0.2

/** Triplet loss with the hardest positive and the hardest negative of each photo in the batch, on unit vectors. */
export const triplet: Loss = {
  id: 'triplet',
  title: 'Triplet, hardest of the batch',
  sentence: 'Brings a photo\'s farthest fellow nearer than the nearest stranger.',
  formula: 'mean over anchors of max(0, 0.2 + max d(a, p) − min d(a, n)),  on unit vectors',
  source: 'Schroff, Kalenichenko, Philbin 2015, FaceNet; batch-hard: Hermans, Beyer, Leibe 2017, In Defense of the Triplet Loss',
  build: ({ embedding, oneHot }) => {
    const distances = pairwiseDistances(unitRows(embedding))
    const same = sameClass(oneHot)
    const other = otherClass(oneHot)
    const farthest = mostOver(times(distances, same), 1)
    const nearest = leastOver(plus(distances, times(minus(1, other), beyond)), 1)
    const able = times(isOver(sumOver(same, 1), 0.5), isOver(sumOver(other, 1), 0.5))
    return meanWhere(larger(plus(minus(farthest, nearest), margin), 0), able)
  },
}
