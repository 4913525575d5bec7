import type { OnnxGraph, OnnxModel } from '#main/graph/protobuf/model'
import { forOperatorSet } from '#main/backbones/for-operator-set'
import { freeName, namesIn, renameTensors } from '#main/backbones/rename-tensors'

/** A network that goes on where another ended. */
export interface AppendedGraph {
  model: OnnxModel
  /** What the tensor is called that was the first output of the graph appended. */
  output: string
}

/** Constants that are not inputs came with this version of ONNX's file format. */
const leastIrVersion = 4

/**
 * Lets a graph take its inputs from tensors of a network, by `feeds`: input → tensor. Its own names are put under
 * `prefix`, so that they clash with none of the network's; the network's outputs stay as they are.
 */
export function appendGraph(model: OnnxModel, graph: OnnxGraph, feeds: Record<string, string>, prefix: string): AppendedGraph {
  const taken = namesIn(model)
  const names = new Map(Object.entries(feeds))
  const added = renameTensors(forOperatorSet(graph, operatorSetOf(model)), (name) => {
    if (!names.has(name))
      names.set(name, freeName(`${prefix}/${name}`, taken))
    return names.get(name)!
  })
  return {
    model: {
      ...model,
      irVersion: Math.max(model.irVersion, leastIrVersion),
      graph: {
        ...model.graph,
        nodes: [...model.graph.nodes, ...added.nodes],
        initializers: [...model.graph.initializers, ...added.initializers],
      },
    },
    output: added.outputs[0].name,
  }
}

function operatorSetOf({ opsets }: OnnxModel): number {
  return opsets.find(({ domain }) => domain === '' || domain === 'ai.onnx')?.version ?? 0
}
