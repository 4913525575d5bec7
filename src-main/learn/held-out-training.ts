import type { HeldOutScores } from '#main/learn/held-out'
import type { FoldFit, HeldOutLabels } from '#main/learn/held-out-strength'
import type { Loss } from '#main/learn/losses/loss'
import type { MatrixProducts } from '#main/learn/matrix-products'
import type { TrainingChoices } from '#main/learn/train-head'
import type { Matrix } from '#main/matrix/matrix'
import { beforeDirections } from '#main/learn/closed-form'
import { shouldStop } from '#main/learn/early-stopping'
import { emptyScores, qualityOf, scoreOf } from '#main/learn/held-out'
import { bestWithout, marginFor, measureEmbedded, rowsOutside } from '#main/learn/held-out-strength'
import { HeadTraining } from '#main/learn/train-head'
import { takeRows } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'

/** One point of the loss curve. */
export interface CurvePoint {
  /** Steps taken. */
  step: number
  /** The loss there, a mean over the folds. */
  loss: number
  /** The held-out silhouette there; null where it was not measured. */
  heldOut: number | null
}

export interface ChooseStepsOptions extends TrainingChoices {
  loss: Loss
  seed: number
  signal?: AbortSignal
  onProgress?: (point: CurvePoint) => void
}

const mostRounds = 4
/** How long the steps of a round are together. */
const wayOfRound = 0.015
/**
 * Steps in a round of a fold's head, which is only measured, and of the head that is kept: the same way by more and
 * shorter steps, that stray less from it.
 */
const stepsInRound = 3
const keptStepsInRound = 10

const foldTraining = trainingBy(stepsInRound)
export const keptTraining = trainingBy(keptStepsInRound)

/** How a head is trained: gently, and held near the closed form. */
function trainingBy(steps: number) {
  return { anchor: 3, rate: wayOfRound / steps, steps: mostRounds * steps }
}

/** Rounds without a better held-out score before training stops. */
const patience = 2

/**
 * Trains the head of every fold side by side, three steps at a time, and measures each on its fold.
 *
 * @returns the number of steps for the head that is kept, as many rounds as do best over all folds; the scores of every
 * photo at the number of rounds that the other folds choose; and the curve
 * @throws LOSS_NOT_FINITE, CANCELLED
 */
export async function chooseSteps(labels: HeldOutLabels, fits: readonly FoldFit[], products: MatrixProducts, options: ChooseStepsOptions): Promise<{ steps: number, scores: HeldOutScores, curve: CurvePoint[] }> {
  const { loss, optimizer, schedule, seed, signal, onProgress } = options
  const rest = pace('Learning', signal)
  const trainings: HeadTraining[] = []
  const curve: CurvePoint[] = []
  const rounds: HeldOutScores[][] = []
  const scoreOfRound: number[] = []
  try {
    const taken: Matrix[] = []
    for (const fit of fits)
      taken.push(await beforeDirections(labels.coordinates, fit, products))
    for (const { fold, directions } of fits) {
      await rest()
      const others = rowsOutside(labels, fold)
      trainings.push(await HeadTraining.open({
        features: takeRows(taken[fold], others),
        classes: others.map(i => labels.classes[i]),
        classCount: labels.classCount,
        start: directions,
        loss,
        optimizer,
        schedule,
        seed,
        ...foldTraining,
      }, trainings[0]))
    }
    for (let round = 0; ; round++) {
      await rest()
      const scores: HeldOutScores[] = []
      for (const [at, training] of trainings.entries())
        scores.push(await measured(labels, fits[at].fold, await products.product(taken[at], training.head), products))
      rounds.push(scores)
      const merged = merge(scores)
      scoreOfRound.push(scoreOf(merged))
      const done = round === mostRounds || shouldStop(scoreOfRound, patience)
      // The last point's loss is that of the step after it, which is not kept.
      const losses = await Promise.all(trainings.map(training => training.advance(done ? 1 : stepsInRound)))
      const point: CurvePoint = {
        step: round * stepsInRound,
        loss: losses.reduce((sum, [first]) => sum + first, 0) / losses.length,
        heldOut: qualityOf(merged).silhouette,
      }
      curve.push(point)
      onProgress?.(point)
      if (done)
        break
    }
  }
  finally {
    for (const training of trainings)
      await training.release()
  }
  const margin = marginFor(labels.folds.length)
  const byRound = rounds.map(scores => scores.map(scoreOf))
  return {
    steps: bestWithout(byRound, margin) * keptStepsInRound,
    scores: merge(fits.map((_, at) => rounds[bestWithout(byRound, margin, at)][at])),
    curve,
  }
}

async function measured(labels: HeldOutLabels, fold: number, embedding: Matrix, products: MatrixProducts): Promise<HeldOutScores> {
  const scores = emptyScores(labels.folds.length)
  await measureEmbedded(scores, labels, fold, embedding, products)
  return scores
}

/** The scores of all folds in one: each photo was held out in one of them. */
function merge(folds: readonly HeldOutScores[]): HeldOutScores {
  const all = emptyScores(folds[0].right.length)
  for (const { silhouettes, right } of folds) {
    silhouettes.forEach((silhouette, i) => {
      if (!Number.isNaN(silhouette)) {
        all.silhouettes[i] = silhouette
        all.right[i] = right[i]
      }
    })
  }
  return all
}
