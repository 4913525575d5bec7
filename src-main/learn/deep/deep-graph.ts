import type { OnnxModel } from '#main/graph/protobuf/model'
import type { TrainableWeight } from '#main/graph/rows/trainable-weight'
import type { Tensor } from '#main/graph/tensor'
import type { Value } from '#main/graph/value'
import type { Tail } from '#main/learn/deep/tail'
import type { Loss } from '#main/learn/losses/loss'
import { GraphBuilder } from '#main/graph/builder'
import { gradients } from '#main/graph/gradient'
import { appendTail } from '#main/learn/deep/tail'

export interface DeepGraphOptions {
  tail: Tail
  batch: number
  classes: number
  loss: Loss
  /** Weights of the loss itself, at their start. */
  lossWeights: Readonly<Record<string, Tensor>>
}

/** What a weight of the tail is called among the inputs of these graphs. */
export function weightName(name: string): string {
  return `tail/${name}`
}

/** What the gradient by a weight is called among the outputs. */
export function gradientName(name: string): string {
  return `${name}.gradient`
}

/**
 * One step's loss and gradients, forward and back.
 *
 * Inputs: activations [N, H, W, C] as the tail keeps them, oneHot [N, K], the tail's weights and the loss's.
 * Outputs: loss [], and the gradient by every weight.
 * @returns the graph, and the tail's weights by the names its network gives them
 * @throws OPERATOR_NOT_TRAINABLE
 */
export function deepGradientGraph({ tail, batch, classes, loss, lossWeights }: DeepGraphOptions): { model: OnnxModel, weights: Record<string, TrainableWeight> } {
  const graph = new GraphBuilder('deep-training')
  const { embedding, weights } = withTail(graph, tail, batch)
  const own = Object.fromEntries(Object.entries(lossWeights).map(([name, { shape }]) => [name, graph.input(name, 'float32', shape)]))
  const value = loss.build({ embedding, oneHot: graph.input('oneHot', 'float32', [batch, classes]), weights: own })
  const names = [...Object.keys(weights).map(weightName), ...Object.keys(own)]
  const trained = names.map(name => graph.inputs.find(input => input.name === name)!)
  graph.output(value, 'loss')
  gradients(graph, value, trained).forEach((gradient, at) => graph.output(gradient, gradientName(names[at])))
  return { model: graph.toModel(), weights }
}

/** The embedding of a batch by the weights as they stand. Inputs: activations [N, H, W, C] and the tail's weights. Output: embedding [N, d]. */
export function deepEmbeddingGraph(tail: Tail, batch: number): OnnxModel {
  const graph = new GraphBuilder('deep-embedding')
  graph.output(withTail(graph, tail, batch).embedding, 'embedding')
  return graph.toModel()
}

function withTail(graph: GraphBuilder, tail: Tail, batch: number): { embedding: Value, weights: Record<string, TrainableWeight> } {
  const activations = graph.input('activations', tail.type, [batch, ...tail.shape])
  return appendTail(graph, tail, activations, (name, { shape }) => graph.input(weightName(name), 'float32', shape))
}
