import type { Value } from '#main/graph/value'
import type { Loss } from '#main/learn/losses/loss'
import type { Matrix } from '#main/matrix/matrix'
import { larger, mean, minus, over, plus, product, sumOver, times } from '#main/graph/formulas'
import { floats } from '#main/graph/tensor'
import { squaredDistance } from '#main/matrix/distance'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

/**
 * Deep embedded clustering: photos belong to clusters by a Student t, and are drawn to where they belong more surely. The
 * target is p, made of q: it is worked out over all photos from time to time and passes no gradient. With labels, which
 * `learn` does not use here, the target would be the label.
 */
export const dec: Loss = {
  id: 'dec',
  title: 'Deep embedded clustering',
  sentence: 'Draws photos to the cluster they most likely belong to. Needs no labels.',
  formula: 'mean of KL(p ‖ q),  q_k ∝ 1 / (1 + |z − μ_k|²),  p_k ∝ q_k² / Σ over photos of q_k,  μ from k-means, trained with the head',
  source: 'Xie, Girshick, Farhadi 2016, Unsupervised Deep Embedding for Clustering Analysis, equations 1 to 3',
  weights: (dimensions, classes, seed) => {
    const { normal } = random(seed)
    return { centres: floats([dimensions, classes], Float32Array.from({ length: dimensions * classes }, () => normal())) }
  },
  build: ({ embedding, oneHot, weights: { centres } }) => {
    const squares = plus(minus(sumOver(times(embedding, embedding), 1), times(product(embedding, centres), 2)), sumOver(times(centres, centres), 0))
    const nearness = over(1, plus(larger(squares, 0), 1))
    const belonging = over(nearness, sumOver(nearness, 1))
    return mean(sumOver(times(oneHot, minus(logarithm(oneHot), logarithm(belonging))), 1))
  },
  withoutLabels: {
    targets: async ({ embedding, weights }) => sharpened(belongings(embedding, weights.centres.values as Float32Array)),
    weightsFrom: ({ rows, columns, values }) => ({
      centres: floats([columns, rows], Float32Array.from({ length: rows * columns }, (_, at) => values[at % rows * columns + Math.floor(at / rows)])),
    }),
    startsAgain: false,
  },
}

/** Where x is 0 it is multiplied by 0. */
function logarithm(x: Value): Value {
  return x.graph.add('Log', [larger(x, 1e-12)])
}

/** q: [N, K], of an embedding [N, D] and centres [D, K]. */
function belongings({ rows, columns, values }: Matrix, centres: Float32Array): Matrix {
  const count = centres.length / columns
  const places = Float32Array.from({ length: centres.length }, (_, at) => centres[at % columns * count + Math.floor(at / columns)])
  const q = matrix(rows, count)
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let k = 0; k < count; k++)
      sum += q.values[i * count + k] = 1 / (1 + squaredDistance(values, i * columns, places, k * columns, columns))
    for (let k = 0; k < count; k++)
      q.values[i * count + k] /= sum
  }
  return q
}

/** p: q squared, over how much each cluster has of all photos, so that large ones do not take everything. */
function sharpened({ rows, columns, values }: Matrix): Matrix {
  const sizes = new Float64Array(columns)
  values.forEach((value, at) => sizes[at % columns] += value)
  const p = matrix(rows, columns, values.map((value, at) => value * value / sizes[at % columns]))
  for (let i = 0; i < rows; i++) {
    const row = p.values.subarray(i * columns, (i + 1) * columns)
    const sum = row.reduce((total, value) => total + value, 0)
    row.forEach((value, k) => row[k] = value / sum)
  }
  return p
}
