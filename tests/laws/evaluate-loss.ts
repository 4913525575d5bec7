import type { LossId } from '#main/learn/losses/table'
import type { LossPoint } from '#tests/laws/loss-point'
import { GraphBuilder } from '#main/graph/builder'
import { gradients } from '#main/graph/gradient'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { tensor } from '#main/graph/tensor'
import { losses } from '#main/learn/losses/table'

/** What a loss came to, and its gradients, flat. */
export interface LossEvaluation {
  loss: number
  /** By the embedding. */
  gradient: number[]
  /** By each weight of the loss. */
  byWeight: Record<string, number[]>
}

/** The loss and its gradients as the graph computes them: in float64, which tests can be exact in, or in float32, which training is done in. */
export async function evaluateLoss(id: LossId, { rows, classes, classCount, weights }: LossPoint, type: 'float32' | 'float64' = 'float64'): Promise<LossEvaluation> {
  const graph = new GraphBuilder()
  const numbered = (shape: readonly number[], values: readonly number[]) => tensor(type, [...shape], type === 'float64' ? Float64Array.from(values) : Float32Array.from(values))
  const shape = [rows.length, rows[0].length]
  const oneHot = classes.flatMap(own => Array.from({ length: classCount }, (_, c) => c === own ? 1 : 0))
  const z = graph.input('embedding', type, shape)
  const names = Object.keys(weights)
  const shapes = Object.fromEntries(names.map(name => [name, weightShape(weights[name], classCount)]))
  const inputs = Object.fromEntries(names.map(name => [name, graph.input(name, type, shapes[name])]))
  const loss = losses[id].build({ embedding: z, oneHot: graph.constant(numbered([rows.length, classCount], oneHot)), weights: inputs })
  graph.output(loss, 'loss')
  gradients(graph, loss, [z, ...Object.values(inputs)]).forEach((value, at) => graph.output(value, `gradient.${at}`))
  const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'], threads: 1 })
  const given = Object.fromEntries(names.map(name => [name, numbered(shapes[name], weights[name].flat())]))
  // The graph need not use every input, and a session takes none that it does not know.
  const feeds = Object.fromEntries(Object.entries({ ...given, embedding: numbered(shape, rows.flat()) }).filter(([name]) => session.inputs.some(input => input.name === name)))
  const got = await session.run(feeds)
  await session.release()
  const numbers = (name: string): number[] => Array.from(got[name].values as Float64Array)
  return {
    loss: Number(got.loss.values[0]),
    gradient: numbers('gradient.0'),
    byWeight: Object.fromEntries(names.map((name, at) => [name, numbers(`gradient.${at + 1}`)])),
  }
}

/** Weights are written [D][K], or [1][K] for one number a class. */
function weightShape(weight: readonly (readonly number[])[], classCount: number): number[] {
  return weight.length === 1 ? [classCount] : [weight.length, classCount]
}
