import type { Backbone } from '#main/backbones/backbone'
import type { NetworkDescription } from '#main/backbones/network-description'
import type { NetworkDepth } from '#main/backbones/split-network'
import type { EmbeddedBatch } from '#main/embed/embedder'
import type { RefusedProvider } from '#main/graph/execution-providers'
import type { FineTuned } from '#main/learn/deep/fine-tune'
import type { FitOfLabels } from '#main/learn/fit-of-labels'
import type { CurvePoint } from '#main/learn/held-out-training'
import type { LearnInputs, LearntHead } from '#main/learn/learn-head'
import type { OptimizerId } from '#main/learn/optimizers/table'
import type { ScheduleId } from '#main/learn/schedules/table'
import type { TrainingChoices } from '#main/learn/train-head'
import type { PlainTraining, PlainTrainingInputs } from '#main/learn/train-plainly'
import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'
import type { Job } from '#main/threads/message'

/** What the thread that holds ONNX Runtime can do. There is one such thread: ONNX Runtime shares a process badly with itself. */
export interface OnnxJobs extends Record<string, Job<any, any, any>> {
  /**
   * Makes a backbone ready, beside others that are. `model` is the path of its file; `tail`, where one is given, is the
   * trained part of a run, which goes on from it to the tap `head`. Its handle is that of no other, in no thread.
   */
  openBackbone: Job<
    { model: string, backbone: Backbone, taps: readonly string[], threads: number | undefined, tail?: Uint8Array },
    never,
    { handle: string, provider: string, refused: readonly RefusedProvider[] }
  >
  /** Reads a network's file as a backbone. */
  readBackbone: Job<{ file: string }, never, Backbone>
  /** Makes one network of a backbone and a head on one of its taps. `model` is the path of the backbone's file. */
  joinHead: Job<
    { model: string, backbone: Backbone, tap: string, head: Uint8Array, title: string, source: string },
    never,
    { bytes: Uint8Array, description: NetworkDescription }
  >
  /** Embeds pixels [N, crop, crop, 3] by a backbone that is open. */
  embed: Job<{ handle: string, pixels: Uint8Array }, never, EmbeddedBatch>
  /** Lets a backbone go. */
  releaseBackbone: Job<{ handle: string }, never, void>
  /** The k nearest other rows of every row. Progress: rows done. */
  neighbours: Job<{ space: Matrix, k: number }, number, Neighbours>
  /**
   * Learns a head from labelled rows, or without any where the loss needs none; of two dimensions, one whose output is the
   * map. Asked to `embed`, it embeds all features by a head that is kept. Progress: points of the loss curve.
   */
  learnHead: Job<
    LearnInputs & TrainingChoices & { dimensions: number | undefined, loss: string, seed: number, pointwise?: boolean, clusters?: number, embed?: boolean },
    CurvePoint,
    LearntHead
  >
  /** How well the labelled rows of a space lie among their own; `classes` are theirs, from 0, in the same order. */
  fitOfLabels: Job<{ space: Matrix, rows: Int32Array, classes: Int32Array }, never, FitOfLabels>
  /** Trains a head by one loss alone, for experiments. */
  trainPlainly: Job<PlainTrainingInputs, never, PlainTraining>
  /** Embeds features [N, D] by a learnt head. */
  applyHead: Job<{ features: Matrix, head: Uint8Array }, never, Matrix>
  /** Cuts a network where its training is to begin, and makes the frozen part ready. */
  findBoundary: Job<
    { model: string, backbone: Backbone, tap: string, depth: NetworkDepth },
    never,
    { boundary: string }
  >
  /** What photos are at the boundary found last: pixels [N, crop, crop, 3] → [N, height, width, channels]. */
  activate: Job<{ pixels: Uint8Array }, never, Float32Array | Uint8Array>
  /**
   * Trains what follows the boundary found last, and a head. Activations lie in a cache by the hashes of photos; a
   * training that was cut off goes on from `checkpoint`, a file. Progress: points of the loss curve. Result: the trained
   * tail, from the boundary to the embedding, the bytes of an ONNX file.
   */
  fineTune: Job<
    {
      backbone: Backbone
      head: Uint8Array
      dimensions: number
      loss: string
      optimizer: OptimizerId
      schedule: ScheduleId
      seed: number
      batch: number
      threads: number | undefined
      hashes: readonly string[]
      viewCount: number
      labels: Int32Array
      classCount: number
      folds: Int32Array
      before: Matrix
      cacheFolder: string
      key: string
      checkpoint: string
    },
    CurvePoint,
    Omit<FineTuned, 'network'> & { tail: Uint8Array }
  >
  /**
   * Embeds photos by a run's tail from the activations that a training left in the cache, by the hashes of photos; all of
   * them must be there. Nothing before the boundary is computed.
   */
  embedKept: Job<{ tail: Uint8Array, hashes: readonly string[], cacheFolder: string, key: string }, never, Matrix>
  /** Which execution providers can be used here, and why the others cannot. */
  probeProviders: Job<Record<string, never>, never, { id: string, usable: boolean, reason: string | null }[]>
}
