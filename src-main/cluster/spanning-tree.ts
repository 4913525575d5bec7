import type { KdTree } from '#main/cluster/kd-tree'
import { DisjointSets } from '#main/cluster/disjoint-sets'
import { isLeaf, squaredDistanceToBox } from '#main/cluster/kd-tree'

/** The N − 1 edges that join all points at least cost, shortest first. */
export interface SpanningTree {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly lengths: Float64Array
}

/** The shortest way out of each set found so far in a round; −1 where none was. */
interface WaysOut {
  from: Int32Array
  to: Int32Array
  lengths: Float64Array
}

/**
 * The minimum spanning tree under mutual reachability, max(core(a), core(b), |a − b|): the skeleton of HDBSCAN (Campello,
 * Moulavi, Sander 2013). Borůvka's rounds, in which every set of joined points finds its nearest point outside, over a
 * k-d tree whose nodes know when all they hold is in one set (March, Ram, Gray 2010). Points go by the tree's order.
 */
export async function spanningTree(tree: KdTree, core: Float64Array, rest: () => Promise<void>): Promise<SpanningTree> {
  const count = core.length
  const sets = new DisjointSets(count)
  const edges: { from: number, to: number, length: number }[] = []
  const setOf = new Int32Array(count)
  const nodeSet = new Int32Array(tree.starts.length)
  while (edges.length < count - 1) {
    for (let at = 0; at < count; at++)
      setOf[at] = sets.find(at)
    markNodes(tree, setOf, nodeSet)
    const best: WaysOut = {
      from: new Int32Array(count).fill(-1),
      to: new Int32Array(count).fill(-1),
      lengths: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    }
    for (let at = 0; at < count; at++) {
      if (at % 256 === 0)
        await rest()
      if (core[at] <= best.lengths[setOf[at]])
        wayOut(tree, core, setOf, nodeSet, 0, at, best)
    }
    for (let set = 0; set < count; set++) {
      const from = best.from[set]
      if (from >= 0 && sets.find(from) !== sets.find(best.to[set])) {
        sets.join(from, best.to[set])
        edges.push({ from, to: best.to[set], length: best.lengths[set] })
      }
    }
  }
  edges.sort((a, b) => a.length - b.length || Math.min(a.from, a.to) - Math.min(b.from, b.to) || Math.max(a.from, a.to) - Math.max(b.from, b.to))
  return {
    from: Int32Array.from(edges, edge => edge.from),
    to: Int32Array.from(edges, edge => edge.to),
    lengths: Float64Array.from(edges, edge => edge.length),
  }
}

/** Each node's set where all its points share one, else −1; children before parents. */
function markNodes(tree: KdTree, setOf: Int32Array, nodeSet: Int32Array): void {
  const { starts, ends } = tree
  for (let node = nodeSet.length - 1; node >= 0; node--) {
    if (ends[node] === starts[node])
      continue
    if (!isLeaf(tree, node)) {
      nodeSet[node] = nodeSet[2 * node + 1] === nodeSet[2 * node + 2]
        ? nodeSet[2 * node + 1]
        : -1
      continue
    }
    nodeSet[node] = setOf[starts[node]]
    for (let at = starts[node] + 1; at < ends[node]; at++) {
      if (setOf[at] !== nodeSet[node])
        nodeSet[node] = -1
    }
  }
}

/** Looks below a node for a point outside the set of `from` that is nearer than the set's best so far. */
function wayOut(tree: KdTree, core: Float64Array, setOf: Int32Array, nodeSet: Int32Array, node: number, from: number, best: WaysOut): void {
  const { points, starts, ends } = tree
  const set = setOf[from]
  if (nodeSet[node] === set)
    return
  const x = points[2 * from]
  const y = points[2 * from + 1]
  if (isLeaf(tree, node)) {
    for (let at = starts[node]; at < ends[node]; at++) {
      if (setOf[at] === set)
        continue
      const dx = x - points[2 * at]
      const dy = y - points[2 * at + 1]
      const length = Math.max(core[from], core[at], Math.sqrt(dx * dx + dy * dy))
      if (length < best.lengths[set] || (length === best.lengths[set] && precedes(from, at, best.from[set], best.to[set]))) {
        best.from[set] = from
        best.to[set] = at
        best.lengths[set] = length
      }
    }
    return
  }
  const left = 2 * node + 1
  const toLeft = squaredDistanceToBox(tree, left, x, y)
  const toRight = squaredDistanceToBox(tree, left + 1, x, y)
  const leftFirst = toLeft <= toRight
  if (Math.min(toLeft, toRight) <= best.lengths[set] ** 2) {
    wayOut(tree, core, setOf, nodeSet, leftFirst
      ? left
      : left + 1, from, best)
  }
  if (Math.max(toLeft, toRight) <= best.lengths[set] ** 2) {
    wayOut(tree, core, setOf, nodeSet, leftFirst
      ? left + 1
      : left, from, best)
  }
}

/** One order among edges of the same length, so that no round can close a ring. */
function precedes(a: number, b: number, c: number, d: number): boolean {
  const first = Math.min(a, b) - Math.min(c, d)
  return first < 0 || (first === 0 && Math.max(a, b) < Math.max(c, d))
}
