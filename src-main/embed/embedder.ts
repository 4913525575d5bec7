import type { Backbone } from '#main/backbones/backbone'
import type { RefusedProvider } from '#main/graph/execution-providers'
import type { SessionOptions } from '#main/graph/session'
import type { Matrix } from '#main/matrix/matrix'
import { scoresOutput } from '#main/backbones/tap-network'
import { tappedModel } from '#main/backbones/tapped-model'
import { preprocessFor } from '#main/embed/preprocess'
import { threadsFor } from '#main/embed/threads-for'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { matrix } from '#main/matrix/matrix'

/** What a batch of N photos becomes. */
export interface EmbeddedBatch {
  /** By the tap's id, [N, columns] float32, as the network gives them: not of unit length. */
  taps: Record<string, Matrix>
  /** Scores before softmax, [N, classes], where the backbone has a classifier. */
  scores: Matrix | undefined
}

/** A backbone made ready to embed photos. `embed` blocks its thread, so an embedder belongs in a worker. */
export interface Embedder {
  /** @param pixels [N, crop, crop, 3] uint8, N of any size */
  embed: (pixels: Uint8Array) => Promise<EmbeddedBatch>
  release: () => Promise<void>
  /** The execution provider in use. */
  provider: string
  refused: readonly RefusedProvider[]
  /** Threads within one operator, on the CPU. */
  threads: number
}

/** What an embedder is made of. */
export interface EmbedderInput {
  /** The bytes of the backbone's ONNX file. */
  model: Uint8Array
  backbone: Backbone
  /** Ids of the taps wanted. */
  taps: readonly string[]
  session?: SessionOptions
}

/**
 * Opens the network that embeds photos by the taps wanted.
 * @throws TAP_UNKNOWN, MODEL_UNEXPECTED, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK, MODEL_OUT_OF_MEMORY
 */
export async function openEmbedder({ model, backbone, taps, session: options = {} }: EmbedderInput): Promise<Embedder> {
  const threads = options.threads ?? threadsFor(backbone)
  const tapped = await tappedModel(model, backbone, taps)
  const session = await openSession(tapped.bytes, { ...options, threads })
  const preprocess = preprocessFor(backbone.preprocessing)
  const photoLength = 3 * backbone.preprocessing.crop ** 2
  let values = new Float32Array(0)

  async function run(pixels: Uint8Array): Promise<EmbeddedBatch> {
    if (values.length < pixels.length)
      values = new Float32Array(pixels.length)
    preprocess(pixels, values)
    const rows = pixels.length / photoLength
    const { crop } = backbone.preprocessing
    const answers = await session.run({
      [tapped.input]: floats([rows, 3, crop, crop], values.subarray(0, pixels.length)),
    })
    const matrixOf = (name: string): Matrix => {
      const { shape, values } = answers[name]
      return matrix(shape[0], shape[1], values as Float32Array<ArrayBuffer>)
    }
    return {
      taps: Object.fromEntries(taps.map(id => [
        id,
        matrixOf(id),
      ])),
      scores: tapped.hasScores
        ? matrixOf(scoresOutput)
        : undefined,
    }
  }

  // One at a time: the next batch is prepared in the same buffer.
  let last: Promise<unknown> = Promise.resolve()
  const embed = (pixels: Uint8Array): Promise<EmbeddedBatch> => {
    const next = last.catch(() => {}).then(() => backbone.fixedBatch
      ? runInParts(pixels, backbone.fixedBatch * photoLength, run)
      : run(pixels))
    last = next
    return next
  }

  return {
    embed,
    release: () => session.release(),
    provider: session.provider,
    refused: session.refused,
    threads,
  }
}

/** For a network that takes exactly so many photos: runs part by part, the last one filled up with black ones. */
async function runInParts(pixels: Uint8Array, partLength: number, run: (part: Uint8Array) => Promise<EmbeddedBatch>): Promise<EmbeddedBatch> {
  const parts: EmbeddedBatch[] = []
  for (let from = 0; from < pixels.length; from += partLength) {
    const part = new Uint8Array(partLength)
    part.set(pixels.subarray(from, from + partLength))
    parts.push(await run(part))
  }
  const share = pixels.length / (parts.length * partLength)
  const joined = (all: Matrix[]): Matrix => {
    const rows = Math.round(all.reduce((sum, part) => sum + part.rows, 0) * share)
    const whole = matrix(rows, all[0].columns)
    all.forEach((part, at) => whole.values.set(part.values.subarray(0, whole.values.length - at * part.values.length), at * part.values.length))
    return whole
  }
  const [{ taps, scores }] = parts
  return {
    taps: Object.fromEntries(Object.keys(taps).map(id => [
      id,
      joined(parts.map(part => part.taps[id])),
    ])),
    scores: scores && joined(parts.map(part => part.scores!)),
  }
}
