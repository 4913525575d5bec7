import type { Graph, GraphNode, Value } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { OperatorNotTrainable } from '#main/graph/operator-not-trainable'
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
 * @throws OPERATOR_NOT_TRAINABLE where an operator on the way has no gradient rule
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
  const byValue = new Map<Value, Value>([[value, upstream]])
  const add = (parts: [Value, Value][]): void => {
    for (const [input, part] of parts) {
      const sum = byValue.get(input)
      byValue.set(input, sum ? graph.add('Add', [sum, part]) : part)
    }
  }
  const computed = new Set(nodes.flatMap(({ outputs }) => outputs))
  const deferred: (() => void)[] = []
  for (const node of nodes.reverse()) {
    const reaching = byValue.get(node.outputs[0])
    if (!reaching || !leading.has(node.outputs[0]))
      continue
    add(inputGradients(graph, node, reaching, input => leading.has(input) && computed.has(input)))
    deferred.push(() => add(inputGradients(graph, node, reaching, input => leading.has(input) && !computed.has(input))))
  }
  // ONNX Runtime computes what stands last first, with all it needs. So gradients of weights, which nothing waits for,
  // stand at the end, those of the last layer last: each is done when its layer is, and lets go of what it was made of.
  deferred.reverse().forEach(compute => compute())
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

/** The gradients by a node's inputs, or by those of the formula that this node ends, where it has a gradient of its own. */
function inputGradients(graph: Graph, node: GraphNode, upstream: Value, isWanted: (input: Value) => boolean): [Value, Value][] {
  const { outputs, attributes } = node
  // No gradient passes through whole numbers and truth values.
  if (!outputs[0].type.startsWith('float'))
    return []
  const whole = graph.formulas.get(outputs[0])
  const inputs = whole?.inputs ?? node.inputs
  const wanted = inputs.map(input => input !== undefined && isWanted(input))
  if (!wanted.includes(true))
    return []
  const rule = whole?.gradient ?? operatorOf(node.operator).gradient
  if (!rule)
    throw new OperatorNotTrainable(node.operator, node.name)
  const parts = rule({ graph, inputs: inputs as Value[], outputs, attributes, upstream, wanted })
  return inputs.flatMap((input, at): [Value, Value][] => input && wanted[at] && parts[at] ? [[input, parts[at]]] : [])
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
