import type { HeldOutQuality, HeldOutScores } from '#main/learn/held-out'
import type { CommonInputs, FoldFit, HeldOutLabels } from '#main/learn/held-out-strength'
import type { CurvePoint } from '#main/learn/held-out-training'
import type { MatrixProducts } from '#main/learn/matrix-products'
import type { TrainingChoices } from '#main/learn/train-head'
import type { Matrix } from '#main/matrix/matrix'
import { beforeDirections, closedForm, embedInBlocks, withNeighbours } from '#main/learn/closed-form'
import { featureBasis } from '#main/learn/feature-basis'
import { headModel, spheringOf } from '#main/learn/head-model'
import { emptyScores, measureFold, qualityOf } from '#main/learn/held-out'
import { dimensionsByClasses } from '#main/learn/held-out-classes'
import { heldOutStrength, strengths } from '#main/learn/held-out-strength'
import { chooseSteps, keptTraining } from '#main/learn/held-out-training'
import { labelFolds } from '#main/learn/label-folds'
import { localScatter } from '#main/learn/local-scatter'
import { lossOf } from '#main/learn/losses/table'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { NotEnoughLabels } from '#main/learn/not-enough-labels'
import { HeadTraining } from '#main/learn/train-head'
import { verdictOn } from '#main/learn/verdict'
import { takeRows } from '#main/matrix/matrix'
import { random, shuffle } from '#main/matrix/random'
import { unitLength } from '#main/matrix/unit-length'
import { Cancelled } from '#shared/errors/cancelled'

export interface LearnInputs {
  /** [N, D] float32: every photo's features at the tap, as the backbone gives them. */
  features: Matrix
  /** The labelled rows, each once. */
  rows: ArrayLike<number>
  /** The class of each labelled row, from 0. */
  classes: ArrayLike<number>
  /** The act that gave each labelled row its label, 0 where that is not known: those of one are held out together. */
  acts?: ArrayLike<number>
}

export interface LearnOptions extends TrainingChoices {
  /** Of the embedding; fewer where the features have fewer. By default held-out labels choose. */
  dimensions?: number
  /** The id of a loss. */
  loss?: string
  /** Whether the head looks at one photo at a time, and not at those like it: for training to go on under it. */
  pointwise?: boolean
  /** Whether all rows are to be embedded by the head, should it be kept. */
  embed?: boolean
  seed?: number
  signal?: AbortSignal
  /** A point of the loss curve, as soon as it is known. */
  onProgress?: (point: CurvePoint) => void
}

export interface LearntHead {
  /** An ONNX network, features → embedding, for `applyHead`. */
  head: Uint8Array
  dimensions: number
  /** Of the unit-length features, and of the learnt embedding, on labels that the fit measured never saw. */
  before: HeldOutQuality
  after: HeldOutQuality
  /** How much the labels tell beyond the acts that gave them, as `qualityBefore` says. */
  beyondActs: number
  /** Whether the held-out quality is better than before. */
  kept: boolean
  /** Why, in a sentence for the user. */
  verdict: string
  curve: CurvePoint[]
  /** [N, d] float32: all rows by a head that is kept, where it was asked for and is at hand. */
  embedding?: Matrix
}

/** Directions of the features that the head can use, folds that labels are dealt to, and labels that are held out in turn. */
const basisSize = 224
export const foldCount = 5
const mostMeasured = 1500
/** Photos that tell which directions are left when the labels have theirs. */
const sampled = 2048

/**
 * Learns a linear head from labels: the closed form of `closed-form.ts`, then steps of the loss that stay near it. How
 * strongly the closed form trusts the labels, and how many steps help, are chosen by labels held out in five folds;
 * what is reported of a fold is chosen by the other four. The head itself is then fitted to all labels.
 *
 * To be called where sessions of ONNX Runtime may run.
 *
 * @throws NOT_ENOUGH_LABELS, UNKNOWN_LOSS, LOSS_NOT_FINITE, CANCELLED, MODEL_OUT_OF_MEMORY
 */
export async function learnHead(inputs: LearnInputs, options: LearnOptions = {}): Promise<LearntHead> {
  const { dimensions, loss: lossId = 'silhouette', optimizer, schedule, pointwise = false, embed = false, seed = 0, signal, onProgress } = options
  const loss = lossOf(lossId)
  const classCount = checkLabels(inputs)
  const products = await openMatrixProducts()
  try {
    const basis = await featureBasis(inputs.features, Math.max(basisSize, dimensions ?? 0), products, { seed, signal })
    const common = await commonInputs(basis.coordinates, classCount, products, { seed, signal })
    const labels = labelsInFolds(inputs, basis.coordinates, classCount, seed)
    const { scores: before, beyondActs } = await qualityBefore(inputs.features, labels.rows, labels, products, seed)
    const size = Math.min(dimensions ?? await dimensionsByClasses(labels, common, strengths[0], products, { seed, signal }), basis.directions.columns)
    const fits = await heldOutStrength(labels, common, size, products, signal)
    const joined = pointwise ? fits.folds : await eachWithNeighbours(fits.folds, common.sample, products, signal)
    const trained = await chooseSteps(labels, joined, products, { loss, optimizer, schedule, seed, signal, onProgress })

    throwIfAborted(signal)
    const labelled = takeRows(basis.coordinates, inputs.rows)
    const form = await closedForm({ ...common, labelled, classes: inputs.classes }, fits.strength, size, products)
    const final = pointwise ? form : await withNeighbours(form, common.sample, products)
    const directions = trained.steps === 0
      ? final.directions
      : await trainAll(await beforeDirections(labelled, final, products), inputs.classes, classCount, final.directions, trained.steps, { loss, optimizer, schedule, seed })
    const { kept, verdict } = verdictOn(before, trained.scores)
    return {
      head: headModel(await spheringOf(basis, final.whitening, products), directions, { loss: lossId, seed: String(seed) }, final.pull),
      dimensions: directions.columns,
      before: qualityOf(before),
      after: qualityOf(trained.scores),
      beyondActs,
      kept,
      verdict,
      curve: trained.curve,
      // Sooner than by the head, which begins at the features.
      embedding: embed && kept ? await embedInBlocks(basis.coordinates, { ...final, directions }, products, signal) : undefined,
    }
  }
  finally {
    await products.release()
  }
}

/** How many classes there are. @throws NOT_ENOUGH_LABELS where no two of them have so many photos each */
export function checkLabels({ classes }: Pick<LearnInputs, 'classes'>, photos: 2 | 3 = 2): number {
  const { counts, known, able } = labelCounts(classes, photos)
  if (able < 2)
    throw new NotEnoughLabels(known, able, photos)
  return counts.length
}

/** Whether there are two labels with two photos each, so that one can be held out. */
export function hasEnough({ classes }: Pick<LearnInputs, 'classes'>): boolean {
  return labelCounts(classes, 2).able > 1
}

function labelCounts(classes: ArrayLike<number>, photos: number): { counts: number[], known: number, able: number } {
  const counts: number[] = []
  for (let i = 0; i < classes.length; i++)
    counts[classes[i]] = (counts[classes[i]] ?? 0) + 1
  return { counts, known: counts.filter(count => count > 0).length, able: counts.filter(count => count >= photos).length }
}

/** The labels that are held out in turn, dealt to folds. `rows` are theirs among all photos. */
export function labelsInFolds(inputs: LearnInputs, coordinates: Matrix, classCount: number, seed: number): HeldOutLabels & { rows: number[] } {
  const { rows, classes, acts } = measuredLabels(inputs, seed)
  return { rows, coordinates: takeRows(coordinates, rows), classes, classCount, folds: labelFolds(classes, foldCount, seed, acts), foldCount }
}

/** All labels, or as many as can be measured in no time. */
function measuredLabels({ rows, classes, acts }: LearnInputs, seed: number): { rows: number[], classes: number[], acts?: number[] } {
  const order = Array.from({ length: rows.length }, (_, i) => i)
  const kept = rows.length <= mostMeasured
    ? order
    : shuffle(order, random(seed)).slice(0, mostMeasured)
  return {
    rows: kept.map(i => rows[i]),
    classes: kept.map(i => classes[i]),
    acts: acts && kept.map(i => acts[i]),
  }
}

/** What all closed forms of a run start from. @throws CANCELLED */
export async function commonInputs(coordinates: Matrix, classCount: number, products: MatrixProducts, how: { seed: number, signal?: AbortSignal }): Promise<CommonInputs> {
  const { rows } = coordinates
  const step = Math.max(1, rows / sampled)
  return {
    localScatter: await localScatter(coordinates, products, how),
    sample: takeRows(coordinates, Array.from({ length: Math.min(rows, sampled) }, (_, i) => Math.floor(i * step))),
    classCount,
  }
}

/**
 * How well unit-length features tell the labels apart by themselves, fold by fold, and how much of what they tell when
 * photos are held out one by one is left when those of one act are held out together, at most 1. It is 1 where labels
 * came one by one, and less where an act's photos are more alike than others of their label.
 */
export async function qualityBefore(
  features: Matrix,
  rows: number[],
  labels: Pick<HeldOutLabels, 'classes' | 'classCount' | 'folds' | 'foldCount'>,
  products: MatrixProducts,
  seed: number,
): Promise<{ scores: HeldOutScores, beyondActs: number }> {
  const unit = unitLength(takeRows(features, rows))
  const { values: cosines } = await products.productWithRows(unit, unit)
  const scoresOf = (folds: Int32Array): HeldOutScores => {
    const scores = emptyScores(rows.length)
    for (let fold = 0; fold < labels.foldCount; fold++)
      measureFold(scores, { ...labels, folds }, fold, (i, j) => Math.sqrt(Math.max(0, 2 - 2 * cosines[i * rows.length + j])))
    return scores
  }
  const scores = scoresOf(labels.folds)
  const oneByOne = qualityOf(scoresOf(labelFolds(labels.classes, labels.foldCount, seed))).accuracy
  return { scores, beyondActs: oneByOne > 0 ? Math.min(1, qualityOf(scores).accuracy / oneByOne) : 1 }
}

async function eachWithNeighbours(fits: readonly FoldFit[], sample: Matrix, products: MatrixProducts, signal: AbortSignal | undefined): Promise<FoldFit[]> {
  const joined: FoldFit[] = []
  for (const fit of fits) {
    throwIfAborted(signal)
    joined.push({ ...await withNeighbours(fit, sample, products), fold: fit.fold })
  }
  return joined
}

async function trainAll(
  features: Matrix,
  classes: ArrayLike<number>,
  classCount: number,
  start: Matrix,
  steps: number,
  how: Pick<Parameters<typeof HeadTraining.open>[0], 'loss' | 'optimizer' | 'schedule' | 'seed'>,
): Promise<Matrix> {
  const training = await HeadTraining.open({
    features,
    classes,
    classCount,
    start,
    ...keptTraining,
    ...how,
  })
  try {
    await training.advance(steps)
    return training.head
  }
  finally {
    await training.release()
  }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new Cancelled('Learning')
}
