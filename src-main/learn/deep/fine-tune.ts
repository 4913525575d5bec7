import type { OnnxGraph } from '#main/graph/protobuf/model'
import type { DeepState, DeepTrainingOptions } from '#main/learn/deep/deep-training'
import type { PhotoViews } from '#main/learn/deep/photo-views'
import type { HeldOutQuality, HeldOutScores } from '#main/learn/held-out'
import type { CurvePoint } from '#main/learn/held-out-training'
import type { Matrix } from '#main/matrix/matrix'
import { DeepTraining } from '#main/learn/deep/deep-training'
import { emptyScores, measureFold, qualityOf, scoreOf } from '#main/learn/held-out'
import { inParts } from '#main/learn/label-folds'
import { rowsByClass } from '#main/learn/rows-by-class'
import { samplers } from '#main/learn/samplers/table'
import { verdictOn } from '#main/learn/verdict'
import { squaredDistance } from '#main/matrix/distance'
import { matrix } from '#main/matrix/matrix'
import { random, shuffle } from '#main/matrix/random'
import { Cancelled } from '#shared/errors/cancelled'

export interface FineTuneInputs extends Omit<DeepTrainingOptions, 'classes' | 'rate' | 'steps'> {
  /** The labelled photos' activations. */
  views: PhotoViews
  /** [n]: the class of each labelled photo, from 0. */
  labels: ArrayLike<number>
  classCount: number
  /** [n]: which of them are held out, and of which fold, as `deepFolds` deals them; the head it starts from has seen none of those. */
  folds: Int32Array
  /** [n, D]: the labelled photos as they are seen now, at unit length. */
  before: Matrix
}

/** What a killed training goes on from. */
export interface FineTuneProgress {
  state: DeepState
  best: DeepState
  curve: CurvePoint[]
  /** Of each measurement so far: what every held-out photo scored. */
  rounds: HeldOutScores[]
}

export interface FineTuneOptions {
  signal?: AbortSignal
  onProgress?: (point: CurvePoint) => void
  /** Where a training that was cut off had come to; begun anew where that was another one. */
  from?: FineTuneProgress
  /** Told where it has come to, now and then; copy or write what is given before the promise resolves. */
  onCheckpoint?: (progress: FineTuneProgress) => Promise<void>
  checkpointMs?: number
}

export interface FineTuned {
  /** The tail's network with the best weights. */
  network: OnnxGraph
  before: HeldOutQuality
  after: HeldOutQuality
  kept: boolean
  verdict: string
  curve: CurvePoint[]
}

/** Photos are held out in two folds: each tells when to stop for what is reported of the other. */
const heldOut = [0, 1]
/** Of the photos of a label. */
const heldOutShare = 1 / 4
/** Photos of a label that are trained on at least: one alone cannot be drawn to its like. */
const fewestTrained = 2
/** Photos that two labels must have, so that a fold has one of each and what is trained on has two. */
export const fewestToTune = 3
/** Photos that are embedded at every measurement, at most; more cost time and tell no more. */
const mostMeasured = 600
const stepsInRound = 10
const mostRounds = 15
/** Rounds without a better held-out score before training stops. */
const patience = 3
const rate = 1e-4
/** How often a training is written down. */
const usualCheckpointMs = 15_000

/**
 * Which labelled photos are held out, and of which fold: [n], −1 for those that are trained on. A quarter of each label's,
 * one at least, but none of a label that would be left with less than two; those labelled in one act stay together, as
 * `labelFolds` keeps them. Dealt by the seed and the acts alone.
 */
export function deepFolds(labels: ArrayLike<number>, seed: number, acts?: ArrayLike<number>): Int32Array {
  const from = random(seed)
  const folds = new Int32Array(labels.length).fill(-1)
  let next = 0
  for (const photos of rowsByClass(labels)) {
    const count = Math.min(photos.length - fewestTrained, Math.max(1, Math.round(heldOutShare * photos.length)))
    let taken = 0
    for (const together of inParts(shuffle(photos, from), acts)) {
      const whole = taken + together.length
      if ((taken > 0 && whole > count) || whole > photos.length - fewestTrained)
        continue
      taken = whole
      const fold = heldOut[next++ % heldOut.length]
      together.forEach(photo => folds[photo] = fold)
    }
  }
  return folds
}

/**
 * Trains a tail and its head on labelled photos in several views, measures it on photos held out, and keeps the weights
 * that did best there.
 * @throws OPERATOR_NOT_TRAINABLE, LOSS_NOT_FINITE, MODEL_OUT_OF_MEMORY, CANCELLED
 */
export async function fineTune(inputs: FineTuneInputs, options: FineTuneOptions = {}): Promise<FineTuned> {
  const { views, labels, classCount, folds, before, batch, seed } = inputs
  const { signal, onProgress, onCheckpoint, checkpointMs = usualCheckpointMs } = options
  const trained = [...folds.keys()].filter(photo => folds[photo] < 0)
  const rowClasses = trained.flatMap(photo => Array.from<number>({ length: views.count }).fill(labels[photo]))
  const training = await DeepTraining.open({ ...inputs, classes: classCount, rate, steps: mostRounds * stepsInRound })
  const measured = measuredPhotos(labels, folds, seed)
  const measuredLabels = { classes: measured.map(photo => labels[photo]), classCount, folds: Int32Array.from(measured, photo => folds[photo]) }
  const scoresOf = (distance: (a: number, b: number) => number): HeldOutScores => {
    const scores = emptyScores(measured.length)
    for (const fold of heldOut)
      measureFold(scores, measuredLabels, fold, distance)
    return scores
  }
  const from = options.from && training.canRestore(options.from.state) ? options.from : undefined
  // Copied, since where memory runs out the same is gone on from again.
  const { curve, rounds }: Pick<FineTuneProgress, 'curve' | 'rounds'> = { curve: from?.curve.map(point => ({ ...point })) ?? [], rounds: from?.rounds.slice() ?? [] }
  let best = from?.best ?? copied(training.state)
  if (from)
    training.restore(from.state)
  let saved = performance.now()

  try {
    while (true) {
      if (rounds.length * stepsInRound <= training.steps) {
        const embedding = await embedPhotos(training, views, measured, signal)
        const scores = scoresOf((i, j) => apart(embedding, i, j))
        rounds.push(scores)
        if (bestRound(rounds) === rounds.length - 1)
          best = copied(training.state)
        if (rounds.length > 1)
          Object.assign(curve.at(-1)!, { heldOut: qualityOf(scores).silhouette })
        if (curve.length > 0)
          onProgress?.(curve.at(-1)!)
        if (rounds.length > mostRounds || rounds.length - 1 - bestRound(rounds) >= patience)
          break
        if (onCheckpoint && performance.now() - saved >= checkpointMs) {
          await onCheckpoint({ state: training.state, best, curve, rounds })
          saved = performance.now()
        }
      }
      let sum = 0
      for (let step = 0; step < stepsInRound; step++) {
        await breathe(signal)
        const at = samplers['class-balanced'].batch(rowClasses, batch, random(seed + training.steps * 7919))
        const rows = Array.from({ length: batch }, (_, i) => at[i % at.length])
        const activations = views.read(rows.map(row => ({ photo: trained[Math.floor(row / views.count)], view: row % views.count })))
        sum += await training.step(activations, rows.map(row => rowClasses[row]))
      }
      curve.push({ step: training.steps, loss: sum / stepsInRound, heldOut: null })
    }
    training.restore({ ...training.state, weights: withSlotsOf(best, training.state) })
    const raw = scoresOf((i, j) => apart(before, measured[i], measured[j]))
    const after = crossChosen(rounds, measuredLabels.folds)
    return { network: training.network(), before: qualityOf(raw), after: qualityOf(after), curve, ...judged(raw, rounds[0], after, bestRound(rounds)) }
  }
  finally {
    await training.release()
  }
}

/**
 * As many photos held out and others as can be measured in no time, dealt by the seed. Of the others first one of every
 * label that is held out, then another, and so on: among photos of other labels alone none could lie with its own.
 */
function measuredPhotos(labels: ArrayLike<number>, folds: Int32Array, seed: number): number[] {
  const order = Array.from(folds, (_, photo) => photo)
  shuffle(order, random(seed))
  const out = order.filter(photo => folds[photo] >= 0).slice(0, mostMeasured / 2)
  const wanted = new Set(out.map(photo => labels[photo]))
  const met = new Map<number, number>()
  const turnOf = (label: number): number => {
    const turn = met.get(label) ?? (wanted.has(label) ? 0 : 1)
    met.set(label, turn + 1)
    return turn
  }
  const others = order.filter(photo => folds[photo] < 0)
    .map(photo => ({ photo, turn: turnOf(labels[photo]) }))
    .sort((a, b) => a.turn - b.turn)
    .slice(0, mostMeasured - out.length)
    .map(({ photo }) => photo)
  return [...out, ...others]
}

async function embedPhotos(training: DeepTraining, views: PhotoViews, photos: readonly number[], signal: AbortSignal | undefined): Promise<Matrix> {
  const { batch, dimensions } = training.options
  const embedding = matrix(photos.length, dimensions)
  for (let start = 0; start < photos.length; start += batch) {
    await breathe(signal)
    // The last batch is filled up with the photos it began with.
    const part = Array.from({ length: batch }, (_, i) => photos[start + i] ?? photos[start])
    const { values } = await training.embed(views.read(part.map(photo => ({ photo, view: 0 }))))
    embedding.values.set(values.subarray(0, (Math.min(photos.length, start + batch) - start) * dimensions), start * dimensions)
  }
  return embedding
}

function bestRound(rounds: readonly HeldOutScores[]): number {
  const scores = rounds.map(scoreOf)
  return scores.indexOf(Math.max(...scores))
}

/** The scores of each held-out fold at the round that the other one chooses. */
function crossChosen(rounds: readonly HeldOutScores[], folds: Int32Array): HeldOutScores {
  const only = (scores: HeldOutScores, fold: number): HeldOutScores => ({
    silhouettes: scores.silhouettes.map((value, i) => folds[i] === fold ? value : Number.NaN),
    right: scores.right.map((value, i) => folds[i] === fold ? value : Number.NaN),
  })
  const chosen = emptyScores(folds.length)
  heldOut.forEach((fold, at) => {
    const round = rounds[bestRound(rounds.map(scores => only(scores, heldOut[1 - at])))]
    folds.forEach((of, i) => {
      if (of === fold) {
        chosen.silhouettes[i] = round.silhouettes[i]
        chosen.right[i] = round.right[i]
      }
    })
  })
  return chosen
}

/** A tuned network is kept where it is better than what photos are seen by now, and than the head it started from. */
function judged(before: HeldOutScores, head: HeldOutScores, after: HeldOutScores, round: number): { kept: boolean, verdict: string } {
  const { kept, verdict } = verdictOn(before, after)
  if (!kept || (round > 0 && scoreOf(after) > scoreOf(head)))
    return { kept, verdict }
  return {
    kept: false,
    verdict: 'The old space stays: training the network itself did no better on photos held out than a head alone does. '
      + 'Learn at depth head, which takes seconds, or label more photos first.',
  }
}

function copied({ step, weights }: DeepState): DeepState {
  // Running values are only needed to go on from, and the best weights are gone back to.
  return { step, weights: Object.fromEntries(Object.entries(weights).map(([name, [values]]) => [name, [values.slice()]])) }
}

function withSlotsOf(best: DeepState, { weights }: DeepState): DeepState['weights'] {
  return Object.fromEntries(Object.entries(weights).map(([name, [, ...slots]]) => [name, [best.weights[name][0], ...slots]]))
}

function apart({ values, columns }: Matrix, i: number, j: number): number {
  return Math.sqrt(squaredDistance(values, i * columns, values, j * columns, columns))
}

/** Lets the thread hear its messages between two steps. @throws CANCELLED */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
  if (signal?.aborted)
    throw new Cancelled('Learning')
}
