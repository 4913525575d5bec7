import type { OnnxGraph, OnnxModel, OnnxNode } from '#main/graph/protobuf/model'

/** An output to be had: a tensor inside the network, under a name of its own. */
export interface WantedOutput {
  name: string
  tensor: string
  /** Averages [N, C, H, W] over the picture, or takes [N, C] or [N, C, 1, 1] as it is; to [N, C] in any case. */
  pooling?: 'average' | 'none'
}

/** A network that answers the tensors wanted and nothing else, without what only served its other outputs. */
export function withOutputs(model: OnnxModel, wanted: readonly WantedOutput[]): OnnxModel {
  const added = wanted.flatMap(nodesFor)
  const nodes = neededNodes([
    ...model.graph.nodes,
    ...added,
  ], wanted.map(({ name }) => name))
  const used = new Set(nodes.flatMap(usedBy))
  const stored = new Set(model.graph.initializers.map(({ name }) => name))
  return {
    ...model,
    graph: {
      ...model.graph,
      nodes,
      initializers: model.graph.initializers.filter(({ name }) => used.has(name)),
      // Old files list their weights among the inputs.
      inputs: model.graph.inputs.filter(({ name }) => used.has(name) && !stored.has(name)).map(input => ({ ...input, shape: input.shape && [
        'N',
        ...input.shape.slice(1),
      ] })),
      outputs: wanted.map(({ name }) => ({ name, type: 'float32' })),
      // Declared shapes of the inside may name the batch that the file was exported with.
      valueInfo: [],
    },
  }
}

function nodesFor({ name, tensor, pooling }: WantedOutput): OnnxNode[] {
  if (pooling === undefined) {
    return name === tensor
      ? []
      : [
          node('Identity', tensor, name),
        ]
  }
  if (pooling === 'none') {
    return [
      node('Flatten', tensor, name),
    ]
  }
  return [
    node('GlobalAveragePool', tensor, `${name}/average`),
    node('Flatten', `${name}/average`, name),
  ]
}

function node(opType: string, input: string, output: string): OnnxNode {
  return {
    name: output,
    opType,
    domain: '',
    inputs: [input],
    outputs: [output],
    attributes: {},
  }
}

function neededNodes(nodes: readonly OnnxNode[], outputs: readonly string[]): OnnxNode[] {
  const needed = new Set(outputs)
  return nodes.toReversed().filter((node) => {
    const isNeeded = node.outputs.some(name => needed.has(name))
    if (isNeeded)
      usedBy(node).forEach(name => needed.add(name))
    return isNeeded
  }).reverse()
}

/** The names a node reads, those read inside the graphs it carries included. */
function usedBy({ inputs, attributes }: OnnxNode): string[] {
  const graphs = Object.values(attributes).flatMap((attribute): OnnxGraph[] => attribute.kind === 'graph'
    ? [attribute.value]
    : [])
  return [
    ...inputs,
    ...graphs.flatMap(({ nodes, outputs }) => [
      ...nodes.flatMap(usedBy),
      ...outputs.map(({ name }) => name),
    ]),
  ]
}
