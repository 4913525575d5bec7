import type { Loss } from '#main/learn/losses/loss'
import { mean, minus, plus, product, sumOver, times, transposed, unitRows } from '#main/graph/formulas'
import { floats } from '#main/graph/tensor'
import { mostOver } from '#main/learn/losses/reductions'
import { random } from '#main/matrix/random'

/** Attraction and repulsion count as much. */
const balance = 0.5
/** Half a squared distance: the exponent of a Gaussian of unit variance. */
const sharpness = 0.5

const source = 'Kenyon-Dean et al. 2018, Clustering-Oriented Representation Learning with Attractive-Repulsive Loss'

/** A vector for each class, [D, K], trained beside the head. */
function classVectors(dimensions: number, classes: number, seed: number): { classWeights: ReturnType<typeof floats> } {
  const { normal } = random(seed)
  return { classWeights: floats([dimensions, classes], Float32Array.from({ length: dimensions * classes }, () => normal() / Math.sqrt(dimensions))) }
}

/** Attraction to the own class vector by angle, repulsion from the nearest other one, squared. */
export const cosineCorel: Loss = {
  id: 'cosine-corel',
  title: 'Cosine-COREL',
  sentence: 'Turns photos towards a vector for their label and away from the nearest other one.',
  formula: 'mean of −½ cos(z, w_y) + ½ (max over k ≠ y of cos(z, w_k), at least 0)²',
  source,
  weights: classVectors,
  build: ({ embedding, oneHot, weights: { classWeights } }) => {
    const cosines = product(unitRows(embedding), transposed(unitRows(transposed(classWeights))))
    const own = sumOver(times(cosines, oneHot), 1)
    const worst = mostOver(times(cosines, minus(1, oneHot)), 1)
    return mean(plus(times(own, -balance), times(times(worst, worst), 1 - balance)))
  },
}

/** Attraction to the own class vector by distance, repulsion from all together. */
export const gaussianCorel: Loss = {
  id: 'gaussian-corel',
  title: 'Gaussian-COREL',
  sentence: 'Draws photos to a point for their label and away from the points of all labels together.',
  formula: 'mean of −½ s_y + ½ log Σ exp s_k,  s_k = −½ |z − w_k|²',
  source,
  weights: classVectors,
  build: ({ embedding, oneHot, weights: { classWeights } }) => {
    const squares = plus(
      minus(sumOver(times(embedding, embedding), 1), times(product(embedding, classWeights), 2)),
      sumOver(times(classWeights, classWeights), 0),
    )
    const scores = times(squares, -sharpness)
    // log Σ exp, by way of the log-softmax, which does not overflow.
    const shares = scores.graph.add('LogSoftmax', [scores], { axis: 1 })
    const own = sumOver(times(scores, oneHot), 1)
    const all = minus(own, sumOver(times(shares, oneHot), 1))
    return mean(plus(times(own, -balance), times(all, 1 - balance)))
  },
}
