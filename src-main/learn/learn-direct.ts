import type { CurvePoint } from '#main/learn/held-out-training'
import type { LearnInputs, LearnOptions, LearntHead } from '#main/learn/learn-head'
import type { LocalMap } from '#main/learn/local-map'
import type { HeadTrainingOptions } from '#main/learn/train-head'
import type { Matrix } from '#main/matrix/matrix'
import { closedForm, embedRows } from '#main/learn/closed-form'
import { directHeadModel } from '#main/learn/direct-head-model'
import { featureBasis } from '#main/learn/feature-basis'
import { spheringOf } from '#main/learn/head-model'
import { emptyScores, qualityOf } from '#main/learn/held-out'
import { heldOutStrength, measureEmbedded, rowsOutside } from '#main/learn/held-out-strength'
import { checkLabels, commonInputs, labelsInFolds, qualityBefore } from '#main/learn/learn-head'
import { belongings, localMap, spreadAbout } from '#main/learn/local-map'
import { lossOf } from '#main/learn/losses/table'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { multiply } from '#main/learn/multiply'
import { HeadTraining } from '#main/learn/train-head'
import { verdictOn } from '#main/learn/verdict'
import { takeRows } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'

/** Directions of the features that are used. */
const basisSize = 192
/** Of the embedding that the places lie in, which has only the directions that tell labels apart: any other pulls places apart for nothing. */
const widest = 16
const stepsInRound = 20
const rounds = 10
/** Places that no label touches stay about where they start. */
const training = { anchor: 0.05, rate: 0.03, steps: rounds * stepsInRound }

/**
 * Learns a head of two dimensions, whose output is the map: the closed form of `learnHead`, 32 places in it, and their
 * coordinates trained by the loss. A linear map to two dimensions cannot keep many labels apart; this one bends. Labels held out in five folds tell whether it is kept: a fold's part is taken in no fit that measures it.
 *
 * To be called where sessions of ONNX Runtime may run.
 *
 * @throws NOT_ENOUGH_LABELS, UNKNOWN_LOSS, LOSS_NOT_FINITE, CANCELLED, MODEL_OUT_OF_MEMORY
 */
export async function learnDirect(inputs: LearnInputs, options: LearnOptions = {}): Promise<LearntHead> {
  const { loss: lossId = 'silhouette', optimizer, schedule, seed = 0, signal, onProgress } = options
  const loss = lossOf(lossId)
  const classCount = checkLabels(inputs)
  const products = await openMatrixProducts()
  const folds: { fold: number, embedding: Matrix, shares: Matrix, map: LocalMap, training: HeadTraining }[] = []
  const rest = pace('Learning', signal)
  try {
    const basis = await featureBasis(inputs.features, basisSize, products, { seed, signal })
    const common = await commonInputs(basis.coordinates, classCount, products, { seed, signal })
    const size = Math.min(widest, Math.max(2, classCount - 1), basis.directions.columns)
    const labels = labelsInFolds(inputs, basis.coordinates, classCount, seed)
    const { scores: before, beyondActs } = await qualityBefore(inputs.features, labels.rows, labels, products, seed)
    const fits = await heldOutStrength(labels, common, size, products, signal)

    for (const fit of fits.folds) {
      await rest()
      const { fold } = fit
      const embedding = await embedRows(basis.coordinates, fit, products)
      const map = await localMap(embedding, { seed, signal })
      const labelled = takeRows(embedding, labels.rows)
      const shares = belongings(labelled, map)
      const others = rowsOutside(labels, fold)
      const classes = others.map(i => labels.classes[i])
      folds.push({ fold, embedding: labelled, shares, map, training: await openTraining(takeRows(shares, others), classes, classCount, map, { loss, optimizer, schedule, seed }) })
    }
    let after = emptyScores(labels.rows.length)
    const curve: CurvePoint[] = []
    for (let round = 0; round <= rounds; round++) {
      await rest()
      after = emptyScores(labels.rows.length)
      for (const { fold, embedding, shares, map, training } of folds)
        await measureEmbedded(after, labels, fold, onMap(embedding, shares, map, training.head), products)
      // The last point's loss is that of the step after it, which is not kept.
      const losses = await Promise.all(folds.map(({ training }) => training.advance(round < rounds ? stepsInRound : 1)))
      const point = { step: round * stepsInRound, loss: losses.reduce((sum, [first]) => sum + first, 0) / losses.length, heldOut: qualityOf(after).silhouette }
      curve.push(point)
      onProgress?.(point)
    }

    await rest()
    const final = await closedForm({ ...common, labelled: takeRows(basis.coordinates, inputs.rows), classes: inputs.classes }, fits.strength, size, products)
    const embedding = await embedRows(basis.coordinates, final, products)
    const map = await localMap(embedding, { seed, signal })
    const coordinates = await trainAll(belongings(takeRows(embedding, inputs.rows), map), inputs.classes, classCount, map, { loss, optimizer, schedule, seed })
    const { kept, verdict } = verdictOn(before, after)
    return {
      head: directHeadModel(await spheringOf(basis, final.whitening, products), final.directions, map, coordinates, { loss: lossId, seed: String(seed) }),
      dimensions: 2,
      before: qualityOf(before),
      after: qualityOf(after),
      beyondActs,
      kept,
      verdict,
      curve,
    }
  }
  finally {
    for (const { training } of folds)
      await training.release()
    await products.release()
  }
}

/** Where rows of an embedding lie on the map, by how far each belongs to its places. */
function onMap(embedding: Matrix, shares: Matrix, map: LocalMap, coordinates: Matrix): Matrix {
  const { places, aside } = spreadAbout(map, coordinates)
  const beside = multiply(embedding, aside)
  const at = multiply(shares, places)
  at.values.forEach((value, i) => at.values[i] = value + beside.values[i])
  return at
}

type HowToTrain = Pick<HeadTrainingOptions, 'loss' | 'optimizer' | 'schedule' | 'seed'>

function openTraining(shares: Matrix, classes: ArrayLike<number>, classCount: number, { start }: LocalMap, how: HowToTrain): Promise<HeadTraining> {
  return HeadTraining.open({ features: shares, classes, classCount, start, ...how, ...training })
}

async function trainAll(shares: Matrix, classes: ArrayLike<number>, classCount: number, map: LocalMap, how: HowToTrain): Promise<Matrix> {
  const training = await openTraining(shares, classes, classCount, map, how)
  try {
    await training.advance(rounds * stepsInRound)
    return training.head
  }
  finally {
    await training.release()
  }
}
