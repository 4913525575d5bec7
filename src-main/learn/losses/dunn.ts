import type { Loss } from '#main/learn/losses/loss'
import { larger, minus, over, pairwiseDistances, plus, times } from '#main/graph/formulas'
import { beyond, otherClass, sameClass } from '#main/learn/losses/pairs'
import { isOver, leastOver, mostOver, total } from '#main/learn/losses/reductions'

/** By the Dunn index of the batch: its widest label against its narrowest gap. */
export const dunn: Loss = {
  id: 'dunn',
  title: 'Dunn',
  sentence: 'Narrows the widest label and widens the narrowest gap between two labels.',
  formula: 'Δ / (Δ + δ) = 1 / (1 + Dunn),  Δ the largest distance within a label, δ the least between two; 0 without either',
  source: 'Dunn 1974, Well-Separated Clusters and Optimal Fuzzy Partitions',
  build: ({ embedding, oneHot }) => {
    const distances = pairwiseDistances(embedding)
    const same = sameClass(oneHot)
    const other = otherClass(oneHot)
    const widest = total(mostOver(mostOver(times(distances, same), 1), 0))
    const narrowest = total(leastOver(leastOver(plus(distances, times(minus(1, other), beyond)), 1), 0))
    const able = times(isOver(total(same), 0.5), isOver(total(other), 0.5))
    // Without two labels the gap is boundless, and the loss nothing.
    return times(over(widest, larger(plus(widest, narrowest), 1e-12)), able)
  },
}
