import type { Backbone } from '#main/backbones/backbone'
import type { NetworkDescription } from '#main/backbones/network-description'
import type { EmbeddedBatch } from '#main/embed/embedder'
import type { RefusedProvider } from '#main/graph/execution-providers'
import type { CurvePoint } from '#main/learn/held-out-training'
import type { LearnInputs, LearntHead } from '#main/learn/learn-head'
import type { PlainTraining, PlainTrainingInputs } from '#main/learn/train-plainly'
import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'
import type { Job } from '#main/threads/message'

/** What the thread that holds ONNX Runtime can do. There is one such thread: ONNX Runtime shares a process badly with itself. */
export interface OnnxJobs extends Record<string, Job<any, any, any>> {
  /** Makes a backbone ready; the one before it is let go. `model` is the path of its file. */
  openBackbone: Job<
    { model: string, backbone: Backbone, taps: readonly string[], threads: number | undefined },
    never,
    { provider: string, refused: readonly RefusedProvider[] }
  >
  /** Reads a network's file as a backbone. */
  readBackbone: Job<{ file: string }, never, Backbone>
  /** Makes one network of a backbone and a head on one of its taps. `model` is the path of the backbone's file. */
  joinHead: Job<
    { model: string, backbone: Backbone, tap: string, head: Uint8Array, title: string, source: string },
    never,
    { bytes: Uint8Array, description: NetworkDescription }
  >
  /** Embeds pixels [N, crop, crop, 3] by the backbone opened last. */
  embed: Job<{ pixels: Uint8Array }, never, EmbeddedBatch>
  /** The k nearest other rows of every row. Progress: rows done. */
  neighbours: Job<{ space: Matrix, k: number }, number, Neighbours>
  /** Learns a head from labelled rows; of two dimensions, one whose output is the map. Progress: points of the loss curve. */
  learnHead: Job<
    LearnInputs & { dimensions: number, loss: string, seed: number },
    CurvePoint,
    LearntHead
  >
  /** Trains a head by one loss alone, for experiments. */
  trainPlainly: Job<PlainTrainingInputs, never, PlainTraining>
  /** Embeds features [N, D] by a learnt head. */
  applyHead: Job<{ features: Matrix, head: Uint8Array }, never, Matrix>
  /** Which execution providers can be used here, and why the others cannot. */
  probeProviders: Job<Record<string, never>, never, { id: string, usable: boolean, reason: string | null }[]>
}
