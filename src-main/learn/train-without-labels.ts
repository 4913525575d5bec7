import type { Loss } from '#main/learn/losses/loss'
import type { TrainingChoices } from '#main/learn/train-head'
import type { Matrix } from '#main/matrix/matrix'
import { clusterMiddles } from '#main/learn/cluster-middles'
import { firstAxes } from '#main/learn/first-axes'
import { multiply } from '#main/learn/multiply'
import { HeadTraining, largestOfRows } from '#main/learn/train-head'
import { kMeans } from '#main/matrix/k-means'
import { matrix } from '#main/matrix/matrix'
import { normalisedMutualInformation } from '#main/matrix/mutual-information'
import { pace } from '#main/matrix/pace'

export interface UnlabelledTrainingOptions extends TrainingChoices {
  /** One that does without labels. */
  loss: Loss
  /** Of the embedding; the head starts as the first so many columns. */
  dimensions: number
  clusters: number
  seed: number
  signal?: AbortSignal
  /** Before the steps of every round. */
  onRound?: (round: TrainingRound) => void
}

/** Where a training without labels is. */
export interface TrainingRound extends Omit<UnlabelledTraining, 'steps'> {
  /** Steps taken. */
  step: number
  loss: number
}

export interface UnlabelledTraining {
  /** [M, D] */
  head: Matrix
  /** [N]: the cluster of each row at the end. */
  clusterOf: Int32Array
  steps: number
}

const stepsInRound = 20
const mostRounds = 20
/** Clusters of two rounds that are this much alike are the same. */
const settled = 0.999
/** Held near the principal components: a head that is not gives up all but the directions between clusters. */
const training = { anchor: 1, rate: 0.003, steps: mostRounds * stepsInRound }

/**
 * Trains a linear head by a loss that makes its own targets: twenty steps towards them, new targets, until the clusters
 * stay or 20 rounds are over. The head starts as the first columns of the coordinates, scaled so that the mean squared
 * distance to the middle of the own cluster is 1, which is what a Student t takes for near.
 *
 * @param coordinates [N, M]: along principal components, the main one first
 * @throws LOSS_NOT_FINITE, CANCELLED
 */
export async function trainWithoutLabels(coordinates: Matrix, options: UnlabelledTrainingOptions): Promise<UnlabelledTraining> {
  const { loss, dimensions, clusters, optimizer, schedule, seed, signal, onRound } = options
  const { targets: makeTargets, weightsFrom, startsAgain } = loss.withoutLabels!
  const rest = pace('Learning', signal)
  const size = Math.min(dimensions, coordinates.columns)
  const first = multiply(coordinates, firstAxes(coordinates.columns, size))
  const found = await kMeans(first, clusters, { seed, signal })
  const scale = 1 / Math.sqrt(Math.max(meanSquareToOwn(first, found.centres, found.of), 1e-12))
  const centres = matrix(found.centres.rows, size, found.centres.values.map(value => value * scale))
  const head = await HeadTraining.open({
    features: coordinates,
    classes: found.of,
    classCount: centres.rows,
    start: firstAxes(coordinates.columns, size, scale),
    loss,
    lossWeights: weightsFrom(centres),
    optimizer,
    schedule,
    seed,
    ...training,
  })
  try {
    let clusterOf = found.of
    let steps = 0
    while (steps < training.steps) {
      await rest()
      const embedding = multiply(coordinates, head.head)
      const targets = await makeTargets({ embedding, clusters: centres.rows, weights: head.lossWeights, seed, signal })
      const next = largestOfRows(targets)
      if (steps > 0 && normalisedMutualInformation(next, clusterOf) >= settled)
        break
      clusterOf = next
      head.aimAt(targets, startsAgain ? weightsFrom(clusterMiddles(embedding, next, centres.rows).middles) : undefined)
      const now = head.head
      const [lossNow] = await head.advance(stepsInRound)
      onRound?.({ head: now, clusterOf, step: steps, loss: lossNow })
      steps += stepsInRound
    }
    return { head: head.head, clusterOf, steps }
  }
  finally {
    await head.release()
  }
}

function meanSquareToOwn({ rows, columns, values }: Matrix, centres: Matrix, of: Int32Array): number {
  return values.reduce((sum, value, at) => sum + (value - centres.values[of[Math.floor(at / columns)] * columns + at % columns]) ** 2, 0) / rows
}
