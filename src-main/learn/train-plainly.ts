import type { Matrix } from '#main/matrix/matrix'
import { clusterCount } from '#main/learn/cluster-count'
import { shouldStop } from '#main/learn/early-stopping'
import { featureBasis } from '#main/learn/feature-basis'
import { firstAxes } from '#main/learn/first-axes'
import { lossOf } from '#main/learn/losses/table'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { HeadTraining } from '#main/learn/train-head'
import { trainWithoutLabels } from '#main/learn/train-without-labels'
import { largestIn } from '#main/matrix/largest-in'
import { matrix, takeRows } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'

export interface PlainTrainingInputs {
  /** [N, D] */
  features: Matrix
  /** Labelled rows, each once, and their classes from 0. */
  rows: ArrayLike<number>
  classes: ArrayLike<number>
  dimensions: number
  loss: string
  seed: number
}

/** A space that one loss alone made, and how soon it was there. */
export interface PlainTraining {
  /** [N, d] */
  space: Matrix
  steps: number
  seconds: number
}

const basisSize = 256
const stepsInRound = 20
const mostRounds = 20
/** Converged: so many rounds without the loss falling by a hundredth of what it has gone in all. */
const patience = 2

/**
 * Trains a linear head from principal components by one loss until it stops falling, with nothing to hold it: what a
 * loss does by itself, for experiments. A loss that needs no labels gets none. `learnHead` is what serves a user.
 * @throws UNKNOWN_LOSS, NOT_ENOUGH_PHOTOS, LOSS_NOT_FINITE, CANCELLED
 */
export async function trainPlainly({ features, rows, classes, dimensions, loss, seed }: PlainTrainingInputs, signal?: AbortSignal): Promise<PlainTraining> {
  const rest = pace('Learning', signal)
  const products = await openMatrixProducts()
  try {
    const { coordinates } = await featureBasis(features, Math.max(basisSize, dimensions), products, { seed, ordered: true, signal })
    const size = Math.min(dimensions, coordinates.columns)
    const started = performance.now()
    const chosen = lossOf(loss)
    if (chosen.withoutLabels) {
      const { head, steps } = await trainWithoutLabels(coordinates, { loss: chosen, dimensions: size, clusters: clusterCount(features.rows), seed, signal })
      return { space: await products.product(coordinates, head), steps, seconds: (performance.now() - started) / 1000 }
    }
    const scaled = ofUnitSize(coordinates, size)
    const training = await HeadTraining.open({
      features: takeRows(scaled, rows),
      classes,
      classCount: largestIn(classes) + 1,
      start: firstAxes(coordinates.columns, size),
      loss: chosen,
      seed,
      anchor: 0,
      rate: 0.01,
      steps: mostRounds * stepsInRound,
    })
    try {
      const means: number[] = []
      while (means.length < mostRounds && !shouldStop(means.map(mean => -mean), patience, 0.01 * (Math.max(...means) - Math.min(...means)))) {
        await rest()
        const losses = await training.advance(stepsInRound)
        means.push(losses.reduce((sum, value) => sum + value, 0) / losses.length)
      }
      const seconds = (performance.now() - started) / 1000
      return { space: await products.product(scaled, training.head), steps: means.length * stepsInRound, seconds }
    }
    finally {
      await training.release()
    }
  }
  finally {
    await products.release()
  }
}

/**
 * Rows scaled so that their first `count` columns are of unit mean square. Features of unit length are small along each
 * of many axes: losses that care for scale would be compared at a handicap with those that do not.
 */
function ofUnitSize({ rows, columns, values }: Matrix, count: number): Matrix {
  const sum = values.reduce((total, value, at) => total + (at % columns < count ? value * value : 0), 0)
  const scale = 1 / Math.sqrt(Math.max(sum / (rows * count), 1e-12))
  return matrix(rows, columns, values.map(value => value * scale))
}
