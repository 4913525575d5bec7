import type { OnnxGraph, OnnxNode } from '#main/graph/protobuf/model'
import type { Lowered } from '#main/graph/rows/lowerings/lowering'
import type { TrainableWeight } from '#main/graph/rows/trainable-weight'
import type { Tensor } from '#main/graph/tensor'
import type { Graph, Value } from '#main/graph/value'
import { OperatorNotTrainable } from '#main/graph/operator-not-trainable'
import { plain } from '#main/graph/rows/lowerings/lowering'
import { lowerings } from '#main/graph/rows/lowerings/table'
import { plainWeight } from '#main/graph/rows/trainable-weight'
import { tensorOfBytes } from '#main/graph/tensor'

/** A network said again in a graph, in the form that is trained fast. */
export interface LoweredNetwork {
  /** What the network answers, by name, as ONNX has it: pictures as [N, C, H, W]. */
  outputs: Record<string, Value>
  /** Its weights, by the names of its initializers; each is an input of the graph of the same name. */
  weights: Record<string, TrainableWeight>
}

/**
 * Appends to `graph` what a network computes. Its nodes must come one after another as ONNX demands, constants folded
 * (`foldedModel`), all sizes known. Weights of convolutions, products and layer normalizations become inputs of the
 * graph; every other initializer is a constant.
 *
 * @param graph the graph being built
 * @param network what to say again
 * @param inputs the network's inputs, by name
 * @param named makes the input of the graph that stands for a weight
 * @throws OPERATOR_NOT_TRAINABLE naming the operator and its node
 * @throws GRAPH_MISTAKE where shapes do not fit
 */
export function lowerNetwork(
  graph: Graph,
  network: OnnxGraph,
  inputs: Readonly<Record<string, Lowered>>,
  named: (name: string, weight: TrainableWeight) => Value,
): LoweredNetwork {
  const stored = new Map(network.initializers.map(initializer => [initializer.name, initializer]))
  // Values are read when they are asked for: where they lie askew in the file, that is a copy, and weights have many megabytes.
  const tensorOf = (name: string): Tensor | undefined => {
    const found = stored.get(name)
    return found && { type: found.type, shape: found.shape, get values() {
      return tensorOfBytes(found.type, found.shape, found.raw).values
    } }
  }
  const known = new Map<string, Lowered>(Object.entries(inputs))
  const weights: Record<string, TrainableWeight> = {}
  const asInputs = new Map<string, Value>()

  const constant = (node: OnnxNode, at: number): Tensor => {
    const tensor = tensorOf(node.inputs[at])
    if (!tensor)
      throw new OperatorNotTrainable(node.opType, nameOf(node))
    return tensor
  }

  const weight = (node: OnnxNode, at: number, form: (tensor: Tensor) => TrainableWeight = plainWeight): Value => {
    const name = node.inputs[at]
    const made = form(constant(node, at))
    const before = weights[name]
    // A weight that two nodes share is trained in one form.
    if (before && String(before.shape) !== String(made.shape))
      throw new OperatorNotTrainable(node.opType, nameOf(node))
    if (!before) {
      weights[name] = made
      asInputs.set(name, named(name, made))
    }
    return asInputs.get(name)!
  }

  const lowered = (name: string): Lowered | undefined => {
    const tensor = known.has(name) || name === '' ? undefined : tensorOf(name)
    if (tensor)
      known.set(name, { value: graph.constant(tensor) })
    return known.get(name)
  }

  for (const node of network.nodes) {
    const lowering = node.domain === '' || node.domain === 'ai.onnx' ? lowerings[node.opType] : undefined
    const made = lowering?.({
      graph,
      node,
      inputs: node.inputs.map(lowered),
      weight: (at, form) => weight(node, at, form),
      constant: at => constant(node, at),
    })
    if (!made)
      throw new OperatorNotTrainable(node.opType, nameOf(node))
    known.set(node.outputs[0], made)
  }
  return { outputs: Object.fromEntries(network.outputs.map(({ name }) => [name, plain(known.get(name)!)])), weights }
}

/** ONNX lets nodes go without a name. */
function nameOf({ name, outputs }: OnnxNode): string {
  return name || outputs[0]
}
