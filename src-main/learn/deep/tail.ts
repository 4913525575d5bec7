import type { OnnxGraph, OnnxModel } from '#main/graph/protobuf/model'
import type { LoweredNetwork } from '#main/graph/rows/lower-network'
import type { Rows } from '#main/graph/rows/rows'
import type { TrainableWeight } from '#main/graph/rows/trainable-weight'
import type { Graph, Value } from '#main/graph/value'
import { foldedModel } from '#main/graph/folded-model'
import { plus, times } from '#main/graph/formulas'
import { lowerNetwork } from '#main/graph/rows/lower-network'
import { floats } from '#main/graph/tensor'

/** The part of a network that is trained: what follows a boundary, through a head, to the embedding. */
export interface Tail {
  /** One input, [N, C, H, W], and one output, [N, d], for the batch that is trained with; constants folded. */
  network: OnnxGraph
  /** What flows in for one photo: [height, width, channels]. */
  shape: readonly [number, number, number]
  /** How it is kept: activations, or the bytes of pixels. */
  type: 'float32' | 'uint8'
  /** By channel, what makes the network's input of pixels: factor · x + offset. */
  scale?: { factor: readonly number[], offset: readonly number[] }
}

/**
 * A network for any number of photos, its constants folded, as one for so many: what it computes of its own shapes
 * becomes constant too.
 * @throws MODEL_DAMAGED, MODEL_OUT_OF_MEMORY
 */
export async function networkForBatch(model: OnnxModel, batch: number): Promise<OnnxGraph> {
  const [input] = model.graph.inputs
  const graph = { ...model.graph, inputs: [{ ...input, shape: [batch, ...input.shape!.slice(1)] }] }
  return graph.nodes.some(({ opType }) => opType === 'Shape' || opType === 'Size') ? (await foldedModel({ ...model, graph })).graph : graph
}

/**
 * Appends a tail to a graph.
 * @param graph where the nodes go
 * @param tail what to append
 * @param activations [N, H, W, C] as they are kept
 * @param named makes the value that stands for a weight
 * @returns the embedding [N, d], and the weights by name
 * @throws OPERATOR_NOT_TRAINABLE
 */
export function appendTail(graph: Graph, tail: Tail, activations: Value, named: (name: string, weight: TrainableWeight) => Value): { embedding: Value, weights: LoweredNetwork['weights'] } {
  const [height, width, channels] = tail.shape
  const batch = Number(activations.shape[0])
  const flat = graph.add('Reshape', [activations, graph.integers([batch * height * width, channels])])
  const numbers = tail.type === 'float32' ? flat : graph.add('Cast', [flat], { to: 'float32' })
  const byChannel = (values: readonly number[]): Value => graph.constant(floats([channels], values))
  const value = tail.scale
    ? plus(times(numbers, byChannel(tail.scale.factor)), byChannel(tail.scale.offset))
    : numbers
  const rows: Rows = { value, batch, height, width }
  const { outputs, weights } = lowerNetwork(graph, tail.network, { [tail.network.inputs[0].name]: { rows } }, named)
  return { embedding: outputs[tail.network.outputs[0].name], weights }
}
