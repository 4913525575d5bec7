import type { Graph, GraphNode, Value } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { operatorOf } from '#main/graph/ops/table'
import { elementCount } from '#main/graph/tensor'

/**
 * Appends the nodes that compute ∂loss/∂x for each x of `wrt`, by reverse-mode differentiation of the nodes `graph`
 * holds so far. Only nodes that lie between are differentiated. The gradient of a value the loss does not depend on
 * is zero.
 *
 * @param graph where the nodes go
 * @param loss a value of one element, computed in `graph`
 * @param wrt inputs, constants or computed values, seen from `graph`
 * @returns the gradients, each of the shape of its value
 * @throws GRAPH_MISTAKE where the loss is not a scalar
 */
export function gradients(graph: Graph, loss: Value, wrt: readonly Value[]): Value[] {
  if (elementCount(loss.shape.map(size => typeof size === 'number'
    ? size
    : Number.NaN)) !== 1) {
    throw new GraphMistake(`a loss is one number, and ${loss.name} is not`)
  }
  return backward(graph, loss, wrt, one(graph, loss))
}

/** Like `gradients`, for a value of any shape whose own gradient is known: ∂loss/∂value = `upstream`. */
export function backward(graph: Graph, value: Value, wrt: readonly Value[], upstream: Value): Value[] {
  const nodes = [...graph.nodes]
  const leading = leadingFrom(nodes, new Set(wrt))
  const byValue = new Map<Value, Value>([
    [value, upstream],
  ])
  for (const node of nodes.reverse()) {
    const reaching = byValue.get(node.outputs[0])
    if (!reaching || !leading.has(node.outputs[0]))
      continue
    for (const [input, part] of inputGradients(graph, node, reaching, leading)) {
      const sum = byValue.get(input)
      byValue.set(input, sum
        ? graph.add('Add', [sum, part])
        : part)
    }
  }
  return wrt.map(value => byValue.get(value) ?? zeros(graph, value))
}

/** The values that depend on those given, themselves among them. */
function leadingFrom(nodes: readonly GraphNode[], from: ReadonlySet<Value>): Set<Value> {
  const leading = new Set(from)
  for (const node of nodes) {
    if (node.inputs.some(input => input && leading.has(input)))
      node.outputs.forEach(output => leading.add(output))
  }
  return leading
}

function inputGradients(graph: Graph, node: GraphNode, upstream: Value, leading: ReadonlySet<Value>): [Value, Value][] {
  const rule = operatorOf(node.operator).gradient
  if (!rule)
    return []
  const { inputs, outputs, attributes } = node
  const wanted = inputs.map(input => input !== undefined && leading.has(input))
  const parts = rule({
    graph,
    inputs: inputs as Value[],
    outputs,
    attributes,
    upstream,
    wanted,
  })
  return inputs.flatMap((input, at): [Value, Value][] => input && wanted[at] && parts[at]
    ? [
        [input, parts[at]],
      ]
    : [])
}

function one(graph: Graph, loss: Value): Value {
  const unit = graph.number(1, loss.type)
  return loss.shape.length === 0
    ? unit
    : graph.add('Reshape', [
        unit,
        graph.integers(loss.shape.map(() => 1)),
      ])
}

function zeros(graph: Graph, value: Value): Value {
  return graph.add('Mul', [
    value,
    graph.number(0, value.type),
  ])
}
