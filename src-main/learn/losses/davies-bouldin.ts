import type { Loss } from '#main/learn/losses/loss'
import { larger, minus, over, pairwiseDistances, plus, product, root, sumOver, times, transposed } from '#main/graph/formulas'
import { itself } from '#main/learn/losses/pairs'
import { isOver, meanWhere, mostOver } from '#main/learn/losses/reductions'

/** The Davies–Bouldin index of the batch: for each label, how wide it and its worst neighbour are for how far apart. */
export const daviesBouldin: Loss = {
  id: 'davies-bouldin',
  title: 'Davies–Bouldin',
  sentence: 'Narrows labels and parts their middles, the worst pair of each label first.',
  formula: 'mean over labels of max over others of (S_i + S_j) / |c_i − c_j|,  S the mean distance to the own middle c, |c_i − c_j| at least 10⁻⁶',
  source: 'Davies, Bouldin 1979, A Cluster Separation Measure',
  build: ({ embedding, oneHot }) => {
    const sizes = transposed(sumOver(oneHot, 0))
    const present = isOver(sizes, 0.5)
    const middles = over(product(transposed(oneHot), embedding), larger(sizes, 1))
    const away = minus(embedding, product(oneHot, middles))
    const squares = sumOver(times(away, away), 1)
    // A label of one photo is its own middle: no width, and no gradient of one.
    const lengths = times(root(larger(squares, 1e-12)), isOver(squares, 1e-12))
    const widths = over(product(transposed(oneHot), lengths), larger(sizes, 1))
    const pairs = times(product(present, transposed(present)), minus(1, itself(middles)))
    const apart = larger(pairwiseDistances(middles), 1e-6)
    const worst = mostOver(times(over(plus(widths, transposed(widths)), apart), pairs), 1)
    return meanWhere(worst, present)
  },
}
