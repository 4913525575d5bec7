import type { OnnxGraph } from '#main/graph/protobuf/model'
import type { TrainableWeight } from '#main/graph/rows/trainable-weight'
import type { GraphSession } from '#main/graph/session'
import type { Tensor } from '#main/graph/tensor'
import type { Tail } from '#main/learn/deep/tail'
import type { Loss } from '#main/learn/losses/loss'
import type { OptimizerId } from '#main/learn/optimizers/table'
import type { ScheduleId } from '#main/learn/schedules/table'
import type { Matrix } from '#main/matrix/matrix'
import { giveBack } from '#main/graph/give-back'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { bytesOf, floats, tensor } from '#main/graph/tensor'
import { deepEmbeddingGraph, deepGradientGraph, gradientName, weightName } from '#main/learn/deep/deep-graph'
import { LossNotFinite } from '#main/learn/loss-not-finite'
import { ratesOf } from '#main/learn/optimizers/descend'
import { descendInPlace } from '#main/learn/optimizers/descend-in-place'
import { optimizers } from '#main/learn/optimizers/table'
import { schedules } from '#main/learn/schedules/table'
import { matrix } from '#main/matrix/matrix'

/** Activations as a tail keeps them. */
export type ActivationValues = Float32Array | Uint8Array

export interface DeepTrainingOptions {
  tail: Tail
  /** Photos in a step. */
  batch: number
  classes: number
  /** Of the embedding. */
  dimensions: number
  loss: Loss
  optimizer: OptimizerId
  schedule: ScheduleId
  /** Of learning; one that suits Adam. */
  rate: number
  /** Steps in the whole training, which the schedule goes by. */
  steps: number
  seed: number
  threads?: number
  providers?: readonly string[]
}

interface TrainedWeight {
  shape: readonly number[]
  values: Float32Array
  slots: Float32Array[]
}

/** All that a training is at a moment: what a checkpoint holds. Arrays are those in use; copy what is to be kept. */
export interface DeepState {
  step: number
  /** By name, the weight and the optimizer's running values of it. */
  weights: Record<string, Float32Array[]>
}

/**
 * A tail being trained, a step at a time: the graph answers loss and gradients, and the weights, which are many
 * megabytes, are moved in place, as no graph can do. Training can be left between any two steps.
 */
export class DeepTraining {
  readonly options: DeepTrainingOptions
  readonly #session: GraphSession
  readonly #weights: Map<string, TrainedWeight>
  /** By the weight's name in the network: how it is brought back into the network's form. */
  readonly #restore: Map<string, TrainableWeight['restore']>
  /** The tail's network without the weights that are trained. */
  readonly #network: OnnxGraph
  readonly #embeddingModel: Uint8Array
  #embedder: Promise<GraphSession> | undefined
  #step = 0

  private constructor(options: DeepTrainingOptions, session: GraphSession, embeddingModel: Uint8Array, forms: Record<string, TrainableWeight>, weights: Map<string, TrainedWeight>) {
    const { network } = options.tail
    // A network's weights are many megabytes, and what they were at the start is needed no more; the rest may be views into one file with them.
    this.#network = { ...network, initializers: network.initializers.map(initializer => ({ ...initializer, raw: forms[initializer.name] ? new Uint8Array(0) : new Uint8Array(initializer.raw) })) }
    this.options = { ...options, tail: { ...options.tail, network: this.#network } }
    this.#session = session
    this.#embeddingModel = embeddingModel
    this.#restore = new Map(Object.entries(forms).map(([name, { restore }]) => [name, restore]))
    this.#weights = weights
  }

  /** @throws OPERATOR_NOT_TRAINABLE, MODEL_OUT_OF_MEMORY */
  static async open(options: DeepTrainingOptions): Promise<DeepTraining> {
    const { tail, batch, classes, dimensions, loss, seed, threads, providers } = options
    const lossWeights = loss.weights?.(dimensions, classes, seed) ?? {}
    const { model, weights: forms } = deepGradientGraph({ tail, batch, classes, loss, lossWeights })
    const weights = new Map<string, TrainedWeight>()
    const add = (name: string, shape: readonly number[], values: Float32Array): void => {
      const slots = Array.from({ length: optimizers[options.optimizer].slots }, () => new Float32Array(values.length))
      weights.set(name, { shape, values, slots })
    }
    for (const [name, { shape, start }] of Object.entries(forms))
      add(weightName(name), shape, start())
    for (const [name, { shape, values }] of Object.entries(lossWeights))
      add(name, shape, Float32Array.from(values as Float32Array))
    const session = await openSession(writeModel(model), { threads, providers, plannedMemory: false })
    return new DeepTraining(options, session, writeModel(deepEmbeddingGraph(tail, batch)), forms, weights)
  }

  /** Steps taken. */
  get steps(): number {
    return this.#step
  }

  /**
   * Takes a step, and answers the loss before it.
   * @param activations [batch, H, W, C]
   * @param classes [batch]
   * @throws LOSS_NOT_FINITE, and the weights stay as they are
   */
  async step(activations: ActivationValues, classes: ArrayLike<number>): Promise<number> {
    const { batch, classes: classCount, optimizer, schedule, rate, steps } = this.options
    const oneHot = new Float32Array(batch * classCount)
    for (let i = 0; i < batch; i++)
      oneHot[i * classCount + classes[i]] = 1
    const answers = await this.#session.run({ activations: this.#given(activations), oneHot: floats([batch, classCount], oneHot), ...this.#feeds() })
    const loss = Number(answers.loss.values[0])
    const gradients = [...this.#weights.keys()].map(name => answers[gradientName(name)].values as Float32Array)
    const step = this.#step + 1
    const rates = ratesOf(optimizers[optimizer], schedules[schedule], { step, steps, rate })
    const finite = Number.isFinite(loss) && Number.isFinite(descendInPlace([...this.#weights.values()], gradients, rates, optimizers[optimizer]))
    // As large as the weights together: those of two steps would stand side by side.
    gradients.forEach(giveBack)
    if (!finite)
      throw new LossNotFinite(step)
    this.#step = step
    return loss
  }

  /** The embedding [batch, d] by the weights as they stand. @param activations [batch, H, W, C] */
  async embed(activations: ActivationValues): Promise<Matrix> {
    const { batch, dimensions, threads, providers } = this.options
    this.#embedder ??= openSession(this.#embeddingModel, { threads, providers, plannedMemory: false })
    const { embedding } = await (await this.#embedder).run({ activations: this.#given(activations), ...this.#feeds(true) })
    return matrix(batch, dimensions, embedding.values as Float32Array<ArrayBuffer>)
  }

  get state(): DeepState {
    return { step: this.#step, weights: Object.fromEntries([...this.#weights].map(([name, { values, slots }]) => [name, [values, ...slots]])) }
  }

  /** Whether a state is of this training: one that an earlier version of it has written may not be. */
  canRestore({ weights }: DeepState): boolean {
    return [...this.#weights].every(([name, { values, slots }]) =>
      weights[name]?.length === 1 + slots.length && weights[name].every(({ length }) => length === values.length))
  }

  /** Goes back, or on, to a state. @throws RangeError where it is not of this training */
  restore(state: DeepState): void {
    if (!this.canRestore(state))
      throw new RangeError('The state kept is of another training.')
    for (const [name, { values, slots }] of this.#weights) {
      const [kept, ...running] = state.weights[name]
      values.set(kept)
      slots.forEach((slot, at) => slot.set(running[at]))
    }
    this.#step = state.step
  }

  /** The tail's network with the weights as they stand. */
  network(): OnnxGraph {
    return {
      ...this.#network,
      initializers: this.#network.initializers.map((initializer) => {
        const restore = this.#restore.get(initializer.name)
        return restore ? { ...initializer, raw: bytesOf(restore(this.#weights.get(weightName(initializer.name))!.values)).slice() } : initializer
      }),
    }
  }

  async release(): Promise<void> {
    await this.#session.release()
    await (await this.#embedder)?.release()
  }

  #given(activations: ActivationValues): Tensor {
    const { tail, batch } = this.options
    return tensor(tail.type, [batch, ...tail.shape], activations)
  }

  #feeds(ofTail = false): Record<string, Tensor> {
    return Object.fromEntries([...this.#weights]
      .filter(([name]) => !ofTail || name.startsWith(weightName('')))
      .map(([name, { shape, values }]) => [name, floats(shape, values)]))
  }
}
