import type { AttributeValue, OnnxGraph, OnnxInitializer, OnnxNode } from '#main/graph/protobuf/model'
import { elementTypes } from '#main/graph/element-types'
import { bytesOf, elementCount, floats, numbersOf, tensorOfBytes } from '#main/graph/tensor'

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

/** The operator sets from which on Gemm does without a summand, Where is known, and Max stretches its inputs. */
const [gemmAloneSince, whereSince, maxStretchesSince] = [11, 9, 8]

/** A number that a Gemm adds where it adds none. */
const nothing = { type: 'float32' as const, shape: [1], raw: bytesOf(floats([1], [0])) }

/**
 * A graph as the builder makes it (operator set 18) in the words of an older set, down to 7, which a network it is to be
 * joined with was written in. Of the operators that heads and taps use, these have changed: where axes stand, a Gemm of
 * two inputs, Where, and the Max of a value and a number.
 */
export function forOperatorSet(graph: OnnxGraph, version: number): OnnxGraph {
  const constants = new Map([...graph.initializers, ...graph.nodes.flatMap(summandOf)].map(initializer => [initializer.name, initializer]))
  const nodes = graph.nodes.map(node => withAxes(node, version, constants)).flatMap(node => inOlderWords(node, version, constants))
  const used = new Set(nodes.flatMap(({ inputs }) => inputs))
  return {
    ...graph,
    nodes,
    initializers: [...constants.values()].filter(({ name }) => used.has(name)),
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

function inOlderWords(node: OnnxNode, version: number, constants: ReadonlyMap<string, OnnxInitializer>): OnnxNode[] {
  if (version < gemmAloneSince)
    node = { ...node, inputs: [...node.inputs, ...summandOf(node).map(({ name }) => name)] }
  if (node.opType === 'Where' && version < whereSince)
    return whereByProducts(node)
  if (node.opType === 'Max' && version < maxStretchesSince)
    return [maxAsClip(node, constants)]
  return [node]
}

/** What a Gemm of two inputs is given for its third. */
function summandOf({ opType, inputs, outputs }: OnnxNode): OnnxInitializer[] {
  return opType === 'Gemm' && inputs.length === 2 ? [{ ...nothing, name: `${outputs[0]}.summand` }] : []
}

/** b where a holds and c elsewhere, of finite numbers: a · b + not a · c. */
function whereByProducts({ inputs: [condition, b, c], outputs: [output] }: OnnxNode): OnnxNode[] {
  const to: Record<string, AttributeValue> = { to: { kind: 'int', value: elementTypes.float32.code } }
  const node = (opType: string, inputs: string[], name: string, attributes: Record<string, AttributeValue> = {}): OnnxNode =>
    ({ name, opType, domain: '', inputs, outputs: [name], attributes })
  return [
    node('Not', [condition], `${output}.not`),
    node('Cast', [condition], `${output}.holds`, to),
    node('Cast', [`${output}.not`], `${output}.else`, to),
    node('Mul', [`${output}.holds`, b], `${output}.one`),
    node('Mul', [`${output}.else`, c], `${output}.other`),
    node('Add', [`${output}.one`, `${output}.other`], output),
  ]
}

/** The larger of a value and a number; a Max of anything else stays as it is. */
function maxAsClip(node: OnnxNode, constants: ReadonlyMap<string, OnnxInitializer>): OnnxNode {
  const [value, bound] = node.inputs
  const stored = constants.get(bound)
  if (!stored || elementCount(stored.shape) !== 1)
    return node
  const [min] = numbersOf(tensorOfBytes(stored.type, stored.shape, stored.raw))
  return { ...node, opType: 'Clip', inputs: [value], attributes: { min: { kind: 'float', value: min } } }
}
