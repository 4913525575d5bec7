import type { Loss } from '#main/learn/losses/loss'
import { greater, indicator, larger, mean, minus, over, product, sumOver, times, transposed, unitRows } from '#main/graph/formulas'
import { itself, sameClass } from '#main/learn/losses/pairs'

const temperature = 0.1

/** Supervised contrastive loss: the mean over rows of −log of the softmax share of their positives, outside the log. */
export const supcon: Loss = {
  id: 'supcon',
  title: 'Supervised contrast',
  sentence: 'Pulls photos of one label together against all others at once, by angle.',
  formula: 'mean over i, over p ∈ P(i) of −log( exp(zᵢ·zₚ/τ) / Σ_{j≠i} exp(zᵢ·zⱼ/τ) ),  τ = 0.1',
  source: 'Khosla et al. 2020, Supervised Contrastive Learning, L_out (equation 2)',
  build: ({ embedding, oneHot }) => {
    const unit = unitRows(embedding)
    const likeness = minus(over(product(unit, transposed(unit)), temperature), times(itself(embedding), 1e9))
    const logShares = likeness.graph.add('LogSoftmax', [likeness], { axis: 1 })
    const positives = sameClass(oneHot)
    const positiveCount = sumOver(positives, 1)
    // The share of a row with itself is −1e9 and must not meet the zero beside it.
    const kept = logShares.graph.add('Where', [
      greater(positives, 0.5),
      logShares,
      logShares.graph.number(0, logShares.type),
    ])
    const perRow = over(sumOver(kept, 1), larger(positiveCount, 1))
    const has = indicator(greater(positiveCount, 0.5), positiveCount)
    return minus(0, over(mean(perRow), larger(mean(has), 1e-12)))
  },
}
