import type { Loss } from '#main/learn/losses/loss'
import { mean, minus, plus, product, sumOver, times } from '#main/graph/formulas'
import { floats } from '#main/graph/tensor'
import { random } from '#main/matrix/random'

/** Softmax cross-entropy of a linear layer on the embedding, trained beside the head. */
export const crossEntropy: Loss = {
  id: 'cross-entropy',
  title: 'Cross-entropy',
  sentence: 'Makes the labels separable by straight lines, as a classifier would.',
  formula: '−mean over i of log softmax(zᵢV + c) at the class of i',
  source: 'Multinomial logistic regression on the embedding',
  weights: (dimensions, classes, seed) => {
    const { normal } = random(seed)
    return {
      classWeights: floats([dimensions, classes], Float32Array.from({ length: dimensions * classes }, () => normal() / Math.sqrt(dimensions))),
      classBias: floats([classes], new Float32Array(classes)),
    }
  },
  build: ({ embedding, oneHot, weights }) => {
    const scores = plus(product(embedding, weights.classWeights), weights.classBias)
    const logShares = scores.graph.add('LogSoftmax', [scores], { axis: 1 })
    return minus(0, mean(sumOver(times(logShares, oneHot), 1)))
  },
}
