import type { Loss } from '#main/learn/losses/loss'
import { larger, meanOver, minus, over, product, sumOver, times, transposed } from '#main/graph/formulas'
import { total } from '#main/learn/losses/reductions'

/** The share of the batch's variance that lies within labels: falls as the Calinski–Harabasz index rises. */
export const calinskiHarabasz: Loss = {
  id: 'calinski-harabasz',
  title: 'Calinski–Harabasz',
  sentence: 'Lessens the share of all differences that lies within labels.',
  formula: 'W / (W + B) = 1 / (1 + CH · (K − 1)/(N − K)),  W and B the squared distances to the own and of the own middle',
  source: 'Caliński, Harabasz 1974, A dendrite method for cluster analysis',
  build: ({ embedding, oneHot }) => {
    const sizes = transposed(sumOver(oneHot, 0))
    const middles = over(product(transposed(oneHot), embedding), larger(sizes, 1))
    const within = minus(embedding, product(oneHot, middles))
    const all = minus(embedding, meanOver(embedding, 0))
    return over(total(times(within, within)), larger(total(times(all, all)), 1e-12))
  },
}
