import type { OnnxGraph, OnnxNode } from '#main/graph/protobuf/model'

/** A tensor that everything the network makes of its input passes through. */
export interface CutTensor {
  name: string
  /** The node it comes from. */
  from: OnnxNode
  /** The nodes that take it on. */
  to: OnnxNode[]
  /** Convolutions so far. */
  convolutions: number
}

/** Operators whose answer tells of their input's shape, not of its values. */
const shapeOnly = new Set(['Shape', 'Size'])

/**
 * The tensors that cut a network in two, in order from its input, which is not one of them, to its last output: the ends of its blocks are among
 * them, the inside of a residual or branching block is not. What depends on no input (weights that are unpacked) and
 * what leads to no output are left aside. Nodes must be in topological order, as ONNX demands.
 */
export function cutTensors(graph: OnnxGraph, input: string): CutTensor[] {
  const nodes = nodesBetween(graph, input)
  const output = lastOutput(graph, nodes)
  const lastUse = new Map([
    [output, nodes.length],
  ])
  const uses = new Map<string, OnnxNode[]>()
  nodes.forEach((node, at) => {
    for (const name of new Set(node.inputs)) {
      lastUse.set(name, Math.max(at, lastUse.get(name) ?? -1))
      const known = uses.get(name)
      if (known)
        known.push(node)
      else
        uses.set(name, [node])
    }
  })

  const live = new Map<string, OnnxNode | undefined>([
    [input, undefined],
  ])
  const cuts: CutTensor[] = []
  let convolutions = 0
  nodes.forEach((node, at) => {
    if (node.opType === 'Conv')
      convolutions++
    for (const name of node.outputs.filter(name => lastUse.has(name)))
      live.set(name, node)
    for (const name of live.keys()) {
      if ((lastUse.get(name) ?? -1) <= at)
        live.delete(name)
    }
    if (live.size === 1) {
      const [[name, from]] = live
      if (from && cuts.at(-1)?.name !== name) {
        cuts.push({
          name,
          from,
          to: uses.get(name) ?? [],
          convolutions,
        })
      }
    }
  })
  return cuts
}

/** The nodes on a way from the input to the output that is made last. */
function nodesBetween(graph: OnnxGraph, input: string): OnnxNode[] {
  const derived = new Set([input])
  const after = graph.nodes.filter((node) => {
    const depends = !shapeOnly.has(node.opType) && node.inputs.some(name => derived.has(name))
    if (depends)
      node.outputs.forEach(name => derived.add(name))
    return depends
  })
  const needed = new Set([
    lastOutput(graph, after),
  ])
  const before = new Set<OnnxNode>()
  for (const node of after.toReversed()) {
    if (node.outputs.some(name => needed.has(name))) {
      before.add(node)
      node.inputs.filter(name => derived.has(name)).forEach(name => needed.add(name))
    }
  }
  return after.filter(node => before.has(node))
}

function lastOutput(graph: OnnxGraph, nodes: readonly OnnxNode[]): string {
  const outputs = new Set(graph.outputs.map(({ name }) => name))
  return nodes.flatMap(node => node.outputs).findLast(name => outputs.has(name)) ?? ''
}
