import type { ElementType } from '#main/graph/element-types'
import type { AttributeValue, OnnxGraph, OnnxNode } from '#main/graph/protobuf/model'
import type { Tensor } from '#main/graph/tensor'
import type { Attributes, Graph, GraphNode, Value } from '#main/graph/value'
import { elementTypes } from '#main/graph/element-types'
import { operatorOf } from '#main/graph/ops/table'
import { bytesOf } from '#main/graph/tensor'

/**
 * A built graph as an ONNX file holds it, without nodes and constants that no output needs. An output called otherwise
 * than its value is an Identity of it.
 */
export function onnxGraph(graph: Graph): OnnxGraph {
  const needed = neededValues(graph)
  const copies = graph.outputs.filter(({ name, value }) => value.name !== name).map(({ name, value }): OnnxNode =>
    ({
      name,
      opType: 'Identity',
      domain: '',
      inputs: [value.name],
      outputs: [name],
      attributes: {},
    }))
  return {
    name: graph.name,
    nodes: [
      ...graph.nodes.filter(({ outputs }) => outputs.some(output => needed.has(output))).map(onnxNode),
      ...copies,
    ],
    initializers: graph.constants.filter(constant => needed.has(constant)).map(({ name, type, shape, constant }) =>
      ({
        name,
        type,
        shape: shape as number[],
        raw: bytesOf(constant!),
      })),
    inputs: graph.inputs.map(describe),
    outputs: graph.outputs.map(({ name, value }) => ({
      ...describe(value),
      name,
    })),
    valueInfo: [],
  }
}

/** The values that the outputs are made of, those that a loop's body takes from around it included. */
function neededValues(graph: Graph): Set<Value> {
  const needed = new Set(graph.outputs.map(({ value }) => value))
  for (const node of graph.nodes.toReversed()) {
    if (node.outputs.some(output => needed.has(output)))
      usedBy(node).forEach(value => needed.add(value))
  }
  return needed
}

function usedBy({ inputs, attributes }: GraphNode): Value[] {
  const bodies = Object.values(attributes).filter((attribute): attribute is Graph => typeof attribute === 'object' && 'toGraph' in attribute)
  return [
    ...inputs.filter(input => input !== undefined),
    ...bodies.flatMap(({ nodes, outputs }) => [...nodes.flatMap(usedBy), ...outputs.map(({ value }) => value)]),
  ]
}

function describe({ name, type, shape }: Value) {
  return {
    name,
    type,
    shape: [...shape],
  }
}

function onnxNode(node: GraphNode): OnnxNode {
  return {
    name: node.name,
    opType: node.operator,
    domain: '',
    inputs: node.inputs.map(value => value?.name ?? ''),
    outputs: node.outputs.map(value => value.name),
    attributes: attributeValues(node),
  }
}

function attributeValues(node: GraphNode): Record<string, AttributeValue> {
  const kinds = operatorOf(node.operator).attributes ?? {}
  const values: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(node.attributes)) {
    if (value !== undefined)
      values[name] = attributeValue(kinds[name], value)
  }
  return values
}

function attributeValue(kind: string, value: NonNullable<Attributes[string]>): AttributeValue {
  switch (kind) {
    case 'type': return { kind: 'int', value: elementTypes[value as ElementType].code }
    case 'float': return { kind, value: value as number }
    case 'string': return { kind, value: value as string }
    case 'ints': return {
      kind,
      value: [...value as number[]],
    }
    case 'floats': return {
      kind,
      value: [...value as number[]],
    }
    case 'tensor': return { kind, value: value as Tensor }
    case 'graph': return {
      kind,
      value: (value as Graph).toGraph(),
    }
    default: return { kind: 'int', value: value as number }
  }
}
