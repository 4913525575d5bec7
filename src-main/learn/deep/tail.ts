import type { AttributeValue, OnnxGraph, OnnxModel, OnnxNode } from '#main/graph/protobuf/model'
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
  const nodes = model.graph.nodes.flatMap(node => hasOldSoftmax(model) && node.opType === 'Softmax' ? softmaxOverAllThatFollows(node) : [node])
  const graph = { ...model.graph, nodes, inputs: [{ ...input, shape: [batch, ...input.shape!.slice(1)] }] }
  return graph.nodes.some(({ opType }) => opType === 'Shape' || opType === 'Size') ? (await foldedModel({ ...model, graph })).graph : graph
}

/** Whether a Softmax is of operator sets below 13, where it goes over its axis and all that follow together. */
function hasOldSoftmax({ opsets }: OnnxModel): boolean {
  return opsets.some(({ domain, version }) => (domain === '' || domain === 'ai.onnx') && version < 13)
}

/** An old Softmax in words that mean the same in every operator set: of two axes, and back in the shape of what it was given. */
function softmaxOverAllThatFollows({ inputs: [x], outputs: [output], attributes }: OnnxNode): OnnxNode[] {
  const axis = attributes.axis ?? { kind: 'int', value: 1 }
  const node = (opType: string, inputs: string[], name: string, attributes: Record<string, AttributeValue> = {}): OnnxNode =>
    ({ name, opType, domain: '', inputs, outputs: [name], attributes })
  return [
    node('Flatten', [x], `${output}/flat`, { axis }),
    node('Softmax', [`${output}/flat`], `${output}/shares`, { axis: { kind: 'int', value: 1 } }),
    node('Shape', [x], `${output}/shape`),
    node('Reshape', [`${output}/shares`, `${output}/shape`], output),
  ]
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
