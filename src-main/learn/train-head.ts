import type { GraphSession } from '#main/graph/session'
import type { Tensor } from '#main/graph/tensor'
import type { Loss } from '#main/learn/losses/loss'
import type { Optimizer } from '#main/learn/optimizers/optimizer'
import type { OptimizerId } from '#main/learn/optimizers/table'
import type { Sampler } from '#main/learn/samplers/sampler'
import type { Schedule } from '#main/learn/schedules/schedule'
import type { ScheduleId } from '#main/learn/schedules/table'
import type { TrainingGraphOptions } from '#main/learn/training-graph'
import type { Matrix } from '#main/matrix/matrix'
import type { Random } from '#main/matrix/random'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { elementCount, floats, integers, scalar, tensor } from '#main/graph/tensor'
import { heads } from '#main/learn/heads/table'
import { LossNotFinite } from '#main/learn/loss-not-finite'
import { descentState, rateCount, ratesOf } from '#main/learn/optimizers/descend'
import { optimizers } from '#main/learn/optimizers/table'
import { samplers } from '#main/learn/samplers/table'
import { schedules } from '#main/learn/schedules/table'
import { rateName, sameNetwork, stateShapes, trainingGraph } from '#main/learn/training-graph'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

/** What may be chosen about a training's steps. */
export interface TrainingChoices {
  optimizer?: OptimizerId
  schedule?: ScheduleId
}

export interface HeadTrainingOptions extends TrainingChoices {
  /** [N, M] float32: what the head is applied to. */
  features: Matrix
  /** [N]: the class of each row, from 0. */
  classes: ArrayLike<number>
  classCount: number
  /** [M, D] float32: where the head starts, and what it is held near. */
  start: Matrix
  loss: Loss
  /** Where weights of the loss start, if not where the loss says. */
  lossWeights?: Record<string, Tensor>
  seed: number
  /** How strongly the head is held: the penalty of moving as far as the start is long. */
  anchor: number
  /** One that suits Adam. */
  rate: number
  /** How long the whole training is meant to be, which a schedule goes by. */
  steps: number
  /** The most rows in a batch. */
  batch?: number
  threads?: number
}

/** What the trainings of one network share: the last to be released lets it go. */
interface TrainingNetwork {
  shape: TrainingGraphOptions
  session: GraphSession
  users: number
}

/**
 * A linear head being trained. `advance` runs steps in one call of ONNX Runtime, a Loop, which spares the copies between
 * steps; `head` is the last good one. Training can be left between any two calls.
 */
export class HeadTraining {
  readonly #network: TrainingNetwork
  readonly #options: HeadTrainingOptions
  readonly #optimizer: Optimizer
  readonly #schedule: Schedule
  readonly #sampler: Sampler
  readonly #batch: number
  readonly #from: Random
  #fixed: Record<string, Tensor>
  #classes: ArrayLike<number>
  #state: Record<string, Tensor>
  #step = 0

  private constructor(network: TrainingNetwork, options: HeadTrainingOptions, batch: number, state: Record<string, Tensor>) {
    network.users++
    this.#network = network
    this.#options = options
    this.#optimizer = optimizers[options.optimizer ?? 'adam']
    this.#schedule = schedules[options.schedule ?? 'constant']
    this.#sampler = samplers['class-balanced']
    this.#batch = batch
    this.#from = random(options.seed)
    this.#state = state
    const { features, classes, classCount, start, anchor } = options
    this.#classes = classes
    const oneHot = new Float32Array(features.rows * classCount)
    for (let i = 0; i < features.rows; i++)
      oneHot[i * classCount + classes[i]] = 1
    this.#fixed = {
      'features': floats([features.rows, features.columns], features.values),
      'oneHot': floats([features.rows, classCount], oneHot),
      'start.head': floats([start.rows, start.columns], start.values),
      // A start of zeros has no length to go by.
      'anchoring': scalar(anchor / (start.values.reduce((sum, value) => sum + value * value, 0) || 1)),
    }
  }

  /** Makes the training's network ready, or takes that of another training where it is the same. @throws MODEL_OUT_OF_MEMORY */
  static async open(options: HeadTrainingOptions, other?: HeadTraining): Promise<HeadTraining> {
    const { features, classes, classCount, start, loss, seed } = options
    const optimizer = optimizers[options.optimizer ?? 'adam']
    const lossWeights = options.lossWeights ?? loss.weights?.(start.columns, classCount, seed) ?? {}
    const batch = samplers['class-balanced'].batchSize(classes, Math.min(options.batch ?? 256, loss.mostRows ?? Infinity))
    const shape = {
      rows: features.rows,
      columns: features.columns,
      classes: classCount,
      batch,
      dimensions: start.columns,
      head: heads.linear,
      loss,
      optimizer,
      lossWeights,
    }
    const network = other && sameNetwork(other.#network.shape, shape)
      ? other.#network
      // So small are the steps that a second thread costs more than it brings.
      : { shape, session: await openSession(writeModel(trainingGraph(shape)), { providers: ['cpu'], threads: options.threads ?? 1 }), users: 0 }
    const begin: Record<string, Tensor> = {
      head: floats([start.rows, start.columns], start.values),
      ...lossWeights,
    }
    const state = Object.fromEntries(Object.entries(stateShapes(shape)).map(([name, sizes]) =>
      [name, begin[name] ?? floats(sizes, new Float32Array(elementCount(sizes)))]))
    return new HeadTraining(network, options, batch, state)
  }

  /** [M, D]: the head as the last good step left it. */
  get head(): Matrix {
    const { rows, columns } = this.#options.start
    return matrix(rows, columns, this.#state.head.values as Float32Array<ArrayBuffer>)
  }

  /** Those weights of the loss that were given, as the last good step left them. */
  get lossWeights(): Record<string, Tensor> {
    return Object.fromEntries(Object.keys(this.#options.lossWeights ?? {}).map(name => [name, this.#state[name]]))
  }

  /**
   * Trains on towards other targets than the classes it was opened with.
   *
   * @param targets [N, K]: the share of each class in each row; batches are balanced by the largest
   * @param lossWeights where the weights of the loss start again, if they do
   */
  aimAt(targets: Matrix, lossWeights: Record<string, Tensor> = {}): void {
    this.#fixed = { ...this.#fixed, oneHot: floats([targets.rows, targets.columns], targets.values) }
    this.#classes = largestOfRows(targets)
    for (const [name, { shape }] of Object.entries(lossWeights)) {
      for (const each of Object.keys(descentState({ [name]: shape }, this.#optimizer)))
        this.#state[each] = lossWeights[each] ?? floats(shape, new Float32Array(elementCount(shape)))
    }
  }

  /** Takes `steps` steps and answers the loss before each. @throws LOSS_NOT_FINITE, with the head as it was before the call */
  async advance(steps: number): Promise<Float32Array> {
    const { rate, steps: whole } = this.#options
    const rates = Array.from({ length: rateCount(this.#optimizer) }, () => new Float32Array(steps))
    for (let step = 0; step < steps; step++) {
      ratesOf(this.#optimizer, this.#schedule, { step: this.#step + step + 1, steps: whole, rate }).forEach((each, at) => rates[at][step] = each)
    }
    const answers = await this.#network.session.run({
      ...this.#fixed,
      ...this.#state,
      ...this.#batches(steps),
      ...Object.fromEntries(rates.map((each, at) => [rateName(at), floats([steps], each)])),
      rounds: integers([], [steps]),
    })
    const losses = answers.losses.values as Float32Array
    const bad = losses.findIndex(loss => !Number.isFinite(loss))
    const next = Object.fromEntries(Object.keys(this.#state).map(name => [name, answers[`${name}.next`]]))
    if (bad >= 0 || !Number.isFinite(sumOf(next.head.values as Float32Array))) {
      throw new LossNotFinite(this.#step + (bad >= 0
        ? bad
        : steps) + 1)
    }
    this.#state = next
    this.#step += steps
    return losses
  }

  /** The rows of each batch [steps, batch], where a batch is not all rows. */
  #batches(steps: number): Record<string, Tensor> {
    if (this.#batch === this.#classes.length)
      return {}
    const batches = new BigInt64Array(steps * this.#batch)
    for (let step = 0; step < steps; step++)
      batches.set(BigInt64Array.from(this.#sampler.batch(this.#classes, this.#batch, this.#from), BigInt), step * this.#batch)
    return { batches: tensor('int64', [steps, this.#batch], batches) }
  }

  async release(): Promise<void> {
    if (--this.#network.users === 0)
      await this.#network.session.release()
  }
}

/** Not finite where a value isn't. */
function sumOf(values: Float32Array): number {
  let sum = 0
  for (let at = 0; at < values.length; at++)
    sum += values[at]
  return sum
}

/** [N]: where each row is largest. */
export function largestOfRows({ rows, columns, values }: Matrix): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => {
    let best = 0
    for (let c = 1; c < columns; c++) {
      if (values[row * columns + c] > values[row * columns + best])
        best = c
    }
    return best
  })
}
