import type { AttributeValue, OnnxGraph, OnnxModel } from '#main/graph/protobuf/model'

/** A graph whose tensors and nodes are called otherwise, those of the graphs inside its nodes included. */
export function renameTensors(graph: OnnxGraph, rename: (name: string) => string): OnnxGraph {
  // An empty name stands for an input or output left out.
  const of = (name: string): string => name === '' ? '' : rename(name)
  const named = <T extends { name: string }>(values: readonly T[]): T[] => values.map(value => ({ ...value, name: of(value.name) }))
  return {
    ...graph,
    nodes: graph.nodes.map(node => ({
      ...node,
      name: of(node.name),
      inputs: node.inputs.map(of),
      outputs: node.outputs.map(of),
      attributes: Object.fromEntries(Object.entries(node.attributes).map(([key, attribute]): [string, AttributeValue] => [
        key,
        attribute.kind === 'graph' ? { kind: 'graph', value: renameTensors(attribute.value, rename) } : attribute,
      ])),
    })),
    initializers: named(graph.initializers),
    inputs: named(graph.inputs),
    outputs: named(graph.outputs),
    valueInfo: named(graph.valueInfo),
  }
}

/** Every name that a network uses for a tensor or a node. */
export function namesIn({ graph }: OnnxModel): Set<string> {
  const names = new Set<string>()
  renameTensors(graph, (name) => {
    names.add(name)
    return name
  })
  return names
}

/** The name, or where it is taken the first of `name.1`, `name.2` … that is not. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let count = 1; taken.has(free); count++)
    free = `${name}.${count}`
  return free
}

/**
 * Makes names free for new tensors: whatever in the network has one of them is called otherwise.
 * @returns the network, and what each of its tensors is called now
 */
export function freeNames(model: OnnxModel, wanted: readonly string[]): { model: OnnxModel, nameOf: (name: string) => string } {
  const taken = new Set([...namesIn(model), ...wanted])
  const moved = new Map<string, string>()
  for (const name of wanted) {
    const other = freeName(name, taken)
    taken.add(other)
    moved.set(name, other)
  }
  const nameOf = (name: string): string => moved.get(name) ?? name
  return { model: { ...model, graph: renameTensors(model.graph, nameOf) }, nameOf }
}
