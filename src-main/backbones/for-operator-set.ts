import type { OnnxGraph, OnnxInitializer, OnnxNode } from '#main/graph/protobuf/model'
import { numbersOf, tensorOfBytes } from '#main/graph/tensor'

/** The operator set from which on an operator takes its axes as an input; before, they are an attribute. */
const axesAsInputSince: Record<string, number> = {
  ReduceL2: 18,
  ReduceMax: 18,
  ReduceMean: 18,
  ReduceMin: 18,
  ReduceSum: 13,
  Squeeze: 13,
  Unsqueeze: 13,
}

/**
 * A graph as the builder makes it (operator set 18) in the words of an older set, which a network it is to be joined
 * with was written in. Of the operators the builder uses, only these have changed what they mean: where axes stand.
 */
export function forOperatorSet(graph: OnnxGraph, version: number): OnnxGraph {
  const constants = new Map(graph.initializers.map(initializer => [initializer.name, initializer]))
  const nodes = graph.nodes.map(node => withAxes(node, version, constants))
  const used = new Set(nodes.flatMap(({ inputs }) => inputs))
  return {
    ...graph,
    nodes,
    initializers: graph.initializers.filter(({ name }) => used.has(name)),
  }
}

function withAxes(node: OnnxNode, version: number, constants: ReadonlyMap<string, OnnxInitializer>): OnnxNode {
  const axes = constants.get(node.inputs[1])
  if (version >= (axesAsInputSince[node.opType] ?? 0) || !axes)
    return node
  return {
    ...node,
    inputs: node.inputs.slice(0, 1),
    attributes: { ...node.attributes, axes: { kind: 'ints', value: numbersOf(tensorOfBytes('int64', axes.shape, axes.raw)) } },
  }
}
