import type { Loss } from '#main/learn/losses/loss'
import { larger, mean, minus, over, plus, product, sumOver, times, transposed } from '#main/graph/formulas'
import { beyond } from '#main/learn/losses/pairs'
import { isOver } from '#main/learn/losses/reductions'

/** A photo should be nearest to the mean of its label: softmax over the squared distances to the batch's class means. */
export const prototypical: Loss = {
  id: 'prototypical',
  title: 'Prototypes',
  sentence: 'Makes the mean of a photo\'s own label the nearest of all means.',
  formula: 'mean of −log softmax(−|z − c|²) at the class,  c the class means of the batch',
  source: 'Snell, Swersky, Zemel 2017, Prototypical Networks for Few-shot Learning, with the whole batch as support and query',
  build: ({ embedding, oneHot }) => {
    const sizes = sumOver(oneHot, 0)
    const means = over(product(transposed(oneHot), embedding), larger(transposed(sizes), 1))
    const squares = plus(
      minus(sumOver(times(embedding, embedding), 1), times(product(embedding, transposed(means)), 2)),
      transposed(sumOver(times(means, means), 1)),
    )
    const absent = minus(1, isOver(sizes, 0.5))
    const scores = minus(minus(0, squares), times(absent, beyond))
    const shares = scores.graph.add('LogSoftmax', [scores], { axis: 1 })
    // An absent class has a share of −∞ in all but name, which must not meet the zero beside it.
    const kept = larger(shares, -1e9)
    return minus(0, mean(sumOver(times(kept, oneHot), 1)))
  },
}
