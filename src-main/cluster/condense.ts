import type { ClusterTree } from '#main/cluster/cluster-tree'
import type { SpanningTree } from '#main/cluster/spanning-tree'
import { DisjointSets } from '#main/cluster/disjoint-sets'

/** A branch has at least so many photos. */
const fewest = 3

/**
 * Follows the joins from the shortest to the longest and keeps as branches the sets that stand out. `core` is in the
 * order of the joins' points, `order` gives their photos; a photo that joins at more than `strayLength` is a stray.
 */
export function condense({ from, to, lengths }: SpanningTree, core: Float64Array, order: Int32Array, strayLength: number): ClusterTree {
  const count = core.length
  const least = leastCore(core)
  const logCore = core.map(length => Math.log(Math.max(length, least)))
  const sets = new DisjointSets(count)
  // A set carries on the line of the point that began it. Where lines end: the line that goes on, the point met, when.
  const line = Int32Array.from({ length: count }, (_, i) => i)
  const heir = new Int32Array(count).fill(-1)
  const met = new Int32Array(count).fill(-1)
  const end = new Int32Array(count).fill(lengths.length)
  const prominence = new Float64Array(count)
  const stray = new Uint8Array(count)

  for (let edge = 0; edge < lengths.length; edge++) {
    const level = Math.log(Math.max(lengths[edge], least))
    const a = sets.find(from[edge])
    const b = sets.find(to[edge])
    const massA = sets.sizeOf(a) * level - logCore[a]
    const massB = sets.sizeOf(b) * level - logCore[b]
    const larger = massA - massB || sets.sizeOf(a) - sets.sizeOf(b) || line[b] - line[a]
    const [kept, ended] = larger > 0
      ? [a, b]
      : [b, a]
    const keptLine = line[kept]
    const endedLine = line[ended]
    heir[endedLine] = keptLine
    met[endedLine] = ended === a
      ? to[edge]
      : from[edge]
    end[endedLine] = edge
    if (sets.sizeOf(ended) >= fewest)
      prominence[endedLine] = Math.max(Math.min(massA, massB), 0)
    else if (lengths[edge] > strayLength)
      stray[endedLine] = 1
    const sum = logCore[a] + logCore[b]
    const joined = sets.join(a, b)
    line[joined] = keptLine
    logCore[joined] = sum
  }

  const root = line[sets.find(0)]
  prominence[root] = Number.POSITIVE_INFINITY
  // Of two lines that stand out alike the one that ended later comes first: the other may have ended in it.
  const branches = Array.from(prominence.keys())
    .filter(i => prominence[i] > 0)
    .sort((i, j) => prominence[i] === prominence[j]
      ? end[j] - end[i]
      : prominence[j] - prominence[i])
  const branchOf = new Int32Array(count).fill(-1)
  branches.forEach((i, branch) => branchOf[i] = branch)

  // A few photos between sets belong to whom they met, not to whichever line went on.
  const innermost = (point: number): number => {
    while (branchOf[point] < 0 && !stray[point])
      point = met[point]
    return branchOf[point]
  }
  const parentOf = (branch: number): number => {
    const neighbour = innermost(met[branches[branch]])
    let parent = neighbour < 0
      ? branchOf[heir[branches[branch]]]
      : neighbour
    while (parent >= branch)
      parent = branchOf[heir[branches[parent]]]
    return parent
  }
  const home = new Int32Array(count)
  for (let at = 0; at < count; at++)
    home[order[at]] = innermost(at)
  return {
    home,
    parent: Int32Array.from(branches, (_, branch) => branch === 0
      ? -1
      : parentOf(branch)),
    prominence: Float32Array.from(branches, i => prominence[i]),
  }
}

/** Photos at one place would stand out without bound: no core counts for less than the first tenth of them. */
function leastCore(core: Float64Array): number {
  const sorted = core.slice().sort()
  const tenth = sorted[Math.floor(sorted.length / 10)]
  return tenth > 0
    ? tenth
    : sorted.find(length => length > 0) ?? 1
}
