import type { Attributes, Graph, Value } from '#main/graph/value'
import { showShape } from '#main/graph/shapes'

/**
 * A graph as text, a line for each input, constant, node and output in the order they run:
 * `MatMul_1 [8, 16] = MatMul(x, weights)`.
 */
export function renderGraph(graph: Graph, indent = ''): string {
  const lines = [
    ...graph.inputs.map(value => `input ${show(value)}`),
    ...graph.constants.map(value => `constant ${show(value)}${numbersOf(value)}`),
  ].map(line => indent + line)
  for (const { operator, inputs, outputs, attributes } of graph.nodes) {
    const plain = Object.entries(attributes).filter(([, value]) => value !== undefined && !isGraph(value))
    const given = [
      ...inputs.map(input => input?.name ?? '–'),
      ...plain.map(([name, value]) => `${name}: ${Array.isArray(value)
        ? `[${value.join(', ')}]`
        : value}`),
    ]
    lines.push(`${indent}${outputs.map(show).join(', ')} = ${operator}(${given.join(', ')})`)
    for (const value of Object.values(attributes)) {
      if (isGraph(value))
        lines.push(renderGraph(value, `${indent}  `))
    }
  }
  lines.push(...graph.outputs.map(({ name, value }) => `${indent}output ${name} = ${value.name}`))
  return lines.join('\n')
}

function show({ name, type, shape }: Value): string {
  return `${name} ${type === 'float32'
    ? ''
    : type}${showShape(shape)}`
}

/** The numbers of a small constant; a large one speaks by its shape. */
function numbersOf({ constant }: Value): string {
  return constant && constant.values.length <= 8
    ? ` = ${Array.from(constant.values as ArrayLike<unknown>).join(' ')}`
    : ''
}

function isGraph(value: Attributes[string]): value is Graph {
  return typeof value === 'object' && 'nodes' in value
}
