import type { HeldOutScores } from '#main/learn/held-out'
import type { CurvePoint } from '#main/learn/held-out-training'
import type { LearnInputs, LearnOptions, LearntHead } from '#main/learn/learn-head'
import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { clusterCount } from '#main/learn/cluster-count'
import { featureBasis } from '#main/learn/feature-basis'
import { headModel, spheringOf } from '#main/learn/head-model'
import { emptyScores, measureFold, qualityOf } from '#main/learn/held-out'
import { heldOutClusters } from '#main/learn/held-out-clusters'
import { foldCount, hasEnough, labelsInFolds, qualityBefore } from '#main/learn/learn-head'
import { lossOf } from '#main/learn/losses/table'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { multiply } from '#main/learn/multiply'
import { trainWithoutLabels } from '#main/learn/train-without-labels'
import { verdictOn, verdictOnClusters } from '#main/learn/verdict'
import { squaredDistance } from '#main/matrix/distance'
import { kMeans } from '#main/matrix/k-means'
import { largestIn } from '#main/matrix/largest-in'
import { takeRows } from '#main/matrix/matrix'
import { random, shuffle } from '#main/matrix/random'
import { unitLength } from '#main/matrix/unit-length'

/** Directions of the features that are used. */
const basisSize = 192
/** Photos that are trained on at most, and that are held out at most. */
const mostTrained = 4096
const mostHeld = 500

/** How the space is measured: as it was, and in a head [M, D] on the basis whose clusters of the trained rows are known. */
interface Measure {
  before: HeldOutScores
  after: (head: Matrix, clusterOf: Int32Array) => HeldOutScores
}

/**
 * Learns a linear head by a loss that needs no labels, on at most 4,096 photos; a fifth more are held out.
 *
 * Labels that there are take no part, and so all of them can tell whether the space is better. Where there are too few,
 * the photos held out tell how clearly clusters stand out, and nothing tells whether they are the right ones.
 *
 * To be called where sessions of ONNX Runtime may run.
 *
 * @throws NOT_ENOUGH_PHOTOS, UNKNOWN_LOSS, LOSS_NOT_FINITE, CANCELLED, MODEL_OUT_OF_MEMORY
 */
export async function learnWithoutLabels(inputs: LearnInputs, options: LearnOptions & { loss: string, clusters?: number }): Promise<LearntHead> {
  const { dimensions = 16, loss, optimizer, schedule, seed = 0, signal, onProgress } = options
  const order = shuffle(Int32Array.from({ length: inputs.features.rows }, (_, row) => row), random(seed))
  const heldCount = Math.min(mostHeld, Math.floor(order.length / 5))
  const trained = order.slice(heldCount, heldCount + mostTrained)
  const clusters = clusterCount(order.length, options.clusters)
  const products = await openMatrixProducts()
  try {
    const basis = await featureBasis(inputs.features, basisSize, products, { seed, ordered: true, signal })
    const sphered = unitLength(basis.coordinates)
    const coordinates = takeRows(sphered, trained)
    const labelled = hasEnough(inputs)
    const measure = labelled
      ? await byLabels(inputs, sphered, products, seed)
      : await byClusters(coordinates, takeRows(sphered, order.slice(0, heldCount)), clusters, seed, signal)
    const curve: CurvePoint[] = []
    const { head, clusterOf } = await trainWithoutLabels(coordinates, {
      loss: lossOf(loss),
      dimensions,
      clusters,
      optimizer,
      schedule,
      seed,
      signal,
      onRound: (round) => {
        const point = { step: round.step, loss: round.loss, heldOut: qualityOf(measure.after(round.head, round.clusterOf)).silhouette }
        curve.push(point)
        onProgress?.(point)
      },
    })
    const after = measure.after(head, clusterOf)
    const { kept, verdict } = labelled ? verdictOn(measure.before, after) : verdictOnClusters(measure.before, after, clusters)
    return {
      head: headModel(await spheringOf(basis, undefined, products), head, { loss, seed: String(seed) }),
      dimensions: head.columns,
      before: qualityOf(measure.before),
      after: qualityOf(after),
      // This space has seen no label.
      beyondActs: 1,
      kept,
      verdict,
      curve,
    }
  }
  finally {
    await products.release()
  }
}

/** By the labels, in folds, as `learnHead` does: the nearest photo of another fold. */
async function byLabels(inputs: LearnInputs, coordinates: Matrix, products: MatrixProducts, seed: number): Promise<Measure> {
  const labels = labelsInFolds(inputs, coordinates, largestIn(inputs.classes) + 1, seed)
  return {
    before: (await qualityBefore(inputs.features, labels.rows, labels, products, seed)).scores,
    after: (head) => {
      const scores = emptyScores(labels.rows.length)
      const { columns, values } = multiply(labels.coordinates, head)
      for (let fold = 0; fold < foldCount; fold++)
        measureFold(scores, labels, fold, (i, j) => Math.sqrt(squaredDistance(values, i * columns, values, j * columns, columns)))
      return scores
    },
  }
}

/** By clusters: how clearly photos held out lie in one of those of the others. */
async function byClusters(coordinates: Matrix, held: Matrix, clusters: number, seed: number, signal?: AbortSignal): Promise<Measure> {
  const { of } = await kMeans(coordinates, clusters, { seed, signal })
  return {
    before: heldOutClusters(coordinates, of, held),
    after: (head, clusterOf) => heldOutClusters(multiply(coordinates, head), clusterOf, multiply(held, head)),
  }
}
