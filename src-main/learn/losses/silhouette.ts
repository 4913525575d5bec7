import type { Value } from '#main/graph/value'
import type { Loss } from '#main/learn/losses/loss'
import { larger, mean, minus, over, pairwiseDistances, plus, product, times, transposed, unitRows } from '#main/graph/formulas'
import { classDistances } from '#main/learn/losses/class-distances'
import { beyond } from '#main/learn/losses/pairs'
import { leastOver } from '#main/learn/losses/reductions'

/** One minus the mean silhouette of the batch, halved: from 0, all classes compact and apart, to 1. */
export const silhouette: Loss = {
  id: 'silhouette',
  title: 'Silhouette',
  sentence: 'Brings every photo nearer to its own label than to the next one.',
  formula: '(1 − mean s) / 2,  s = (b − a) / max(a, b),  a and b the mean distances to the own label and to the nearest other; s = 0 for a label of one photo',
  source: 'Rousseeuw 1987, Silhouettes: a graphical aid to the interpretation and validation of cluster analysis; as a loss: The Silhouette Loss Function, 2019',
  build: ({ embedding, oneHot }) => silhouetteLoss(pairwiseDistances(embedding), oneHot),
}

/** The same by angles, which does not care how long vectors are. */
export const cosineSilhouette: Loss = {
  id: 'cosine-silhouette',
  title: 'Silhouette of angles',
  sentence: 'Turns every photo towards its own label and away from the next one, whatever the lengths.',
  formula: 'as `silhouette`, of distances 1 − cos',
  source: 'As `silhouette`',
  build: ({ embedding, oneHot }) => {
    const unit = unitRows(embedding)
    return silhouetteLoss(minus(1, product(unit, transposed(unit))), oneHot)
  },
}

/** (1 − mean s) / 2 of distances [N, N] and classes [N, K]. */
export function silhouetteLoss(distances: Value, oneHot: Value): Value {
  const { own: a, byClass, isOther, hasBoth } = classDistances(distances, oneHot)
  const b = leastOver(plus(byClass, times(minus(1, isOther), beyond)), 1)
  // A class of one row, and a batch of one class, have no silhouette: it counts as 0 and pulls nowhere.
  const s = times(over(minus(b, a), larger(larger(a, b), 1e-12)), hasBoth)
  return times(minus(1, mean(s)), 0.5)
}
