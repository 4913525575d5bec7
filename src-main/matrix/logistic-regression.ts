import type { Matrix } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'

/** A linear classifier: weights [D, K], float64, row-major, and a bias for each class. */
export interface LinearClassifier {
  classes: number
  weights: Float64Array
  bias: Float64Array
}

const rounds = 200
/** Times the squared weights, as scikit-learn's C = 10 has it for a handful of rows. */
const decay = 0.1

/**
 * Multinomial logistic regression with an L2 penalty, by Nesterov's accelerated gradient descent: what a head is
 * compared with. `rows` of `of` are labelled by `classes`, 0 to `count` − 1.
 * @throws CANCELLED
 */
export async function logisticRegression({ columns, values }: Matrix, rows: ArrayLike<number>, classes: ArrayLike<number>, count: number, signal?: AbortSignal): Promise<LinearClassifier> {
  const rest = pace('Fitting a classifier', signal)
  const weights = new Float64Array(columns * count)
  const bias = new Float64Array(count)
  const before = new Float64Array(weights)
  const ahead = new Float64Array(weights)
  // Rows of unit length: the curvature of the softmax is at most half of |x|² = 1, and the bias adds as much.
  const rate = 1 / (1 + decay / rows.length)
  const slope = new Float64Array(weights.length)
  const biasSlope = new Float64Array(count)
  const shares = new Float64Array(count)
  for (let round = 0; round < rounds; round++) {
    await rest()
    const momentum = round / (round + 3)
    for (let at = 0; at < weights.length; at++) {
      ahead[at] = weights[at] + momentum * (weights[at] - before[at])
      before[at] = weights[at]
      slope[at] = decay * ahead[at] / rows.length
    }
    biasSlope.fill(0)
    for (let i = 0; i < rows.length; i++) {
      const start = rows[i] * columns
      scoresOf(values, start, columns, ahead, bias, shares)
      softmax(shares)
      shares[classes[i]] -= 1
      for (let d = 0; d < columns; d++) {
        const x = values[start + d] / rows.length
        for (let k = 0; k < count; k++)
          slope[d * count + k] += x * shares[k]
      }
      for (let k = 0; k < count; k++)
        biasSlope[k] += shares[k] / rows.length
    }
    for (let at = 0; at < weights.length; at++)
      weights[at] = ahead[at] - rate * slope[at]
    for (let k = 0; k < count; k++)
      bias[k] -= rate * biasSlope[k]
  }
  return { classes: count, weights, bias }
}

/** The share of each class for one row, by softmax; into `shares` [K]. */
export function classShares({ weights, bias }: LinearClassifier, { columns, values }: Matrix, row: number, shares: Float64Array): void {
  scoresOf(values, row * columns, columns, weights, bias, shares)
  softmax(shares)
}

function scoresOf(values: Float32Array, start: number, columns: number, weights: Float64Array, bias: Float64Array, into: Float64Array): void {
  into.set(bias)
  for (let d = 0; d < columns; d++) {
    const x = values[start + d]
    for (let k = 0; k < into.length; k++)
      into[k] += x * weights[d * into.length + k]
  }
}

function softmax(scores: Float64Array): void {
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity)
  let sum = 0
  for (let k = 0; k < scores.length; k++)
    sum += scores[k] = Math.exp(scores[k] - most)
  for (let k = 0; k < scores.length; k++)
    scores[k] /= sum
}
