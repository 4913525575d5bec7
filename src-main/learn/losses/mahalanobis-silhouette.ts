import type { Loss } from '#main/learn/losses/loss'
import { larger, meanOver, minus, plus, product, root, sumOver, times, transposed } from '#main/graph/formulas'
import { floats } from '#main/graph/tensor'
import { distanceSums } from '#main/learn/losses/distance-sums'
import { silhouetteLoss } from '#main/learn/losses/silhouette'

/**
 * The silhouette where each label measures in its own way: along every dimension it learns a scale beside the head, and
 * their product stays 1, so that none shrinks everything. One metric for all labels would be nothing new: with
 * d² = |L(x − y)|² and an embedding Az it is the silhouette of the linear head LA. What a single linear head cannot do
 * is to let one label be long where another is narrow. The scales serve the training alone and are left behind with it.
 */
export const mahalanobisSilhouette: Loss = {
  id: 'mahalanobis-silhouette',
  title: 'Silhouette, each label by its own measure',
  sentence: 'Brings every photo nearer to its own label than to the next one, where a label may be long in one direction and narrow in another.',
  formula: 'as `silhouette`, of distances to a photo j of label k by d² = Σ over dimensions of w_k (zᵢ − zⱼ)²,  Π w_k = 1, learnt with the head',
  source: 'As `silhouette`; a diagonal metric for each class after Schneider, Biehl, Hammer 2009, Adaptive Relevance Matrices in Learning Vector Quantization',
  weights: (dimensions, classes) => ({ classScales: floats([dimensions, classes], new Float32Array(dimensions * classes)) }),
  build: ({ embedding, oneHot, weights: { classScales } }) => {
    const logs = minus(classScales, meanOver(classScales, 0))
    const scales = product(oneHot, transposed(logs.graph.add('Exp', [logs])))
    // Centred first, as the form by products cancels far from the origin.
    const z = minus(embedding, meanOver(embedding, 0))
    const scaled = times(scales, z)
    const squares = plus(
      minus(product(times(z, z), transposed(scales)), times(product(z, transposed(scaled)), 2)),
      transposed(sumOver(times(scaled, z), 1)),
    )
    return silhouetteLoss(distanceSums(root(larger(squares, 1e-12)), oneHot), oneHot)
  },
}
