import type { ClusterTree } from '#main/cluster/cluster-tree'
import { splitEvenly } from '#main/cluster/split-evenly'

/** A branch with more photos of its own than this is cut. */
const crowd = 16
/** A part stands out as if each of its photos were so much nearer the others: behind any real difference in density. */
const prominenceOfPhoto = 0.05

/** Cuts what each branch holds itself, beside its further branches, into compact parts of at most 16 photos. */
export function splitCrowds(tree: ClusterTree, coordinates: Float32Array): ClusterTree {
  const parent = Array.from(tree.parent)
  const prominence = Array.from(tree.prominence)
  const home = tree.home.slice()
  const pending = membersOf(tree).map((members, branch) => ({ branch, members }))
  for (const { branch, members } of pending) {
    if (members.length <= crowd)
      continue
    const { sorted, at } = splitEvenly(coordinates, members)
    if (at === 0)
      continue
    const part = parent.length
    const first = sorted.subarray(0, at)
    const second = sorted.subarray(at)
    const [kept, parted] = first.length >= second.length
      ? [first, second]
      : [second, first]
    parent.push(branch)
    prominence.push(Math.min(parted.length * prominenceOfPhoto, prominence[branch]))
    for (const i of parted)
      home[i] = part
    pending.push({ branch, members: kept }, { branch: part, members: parted })
  }

  // Branches by prominence again; of equal ones the earlier, so a parent stays before its children.
  const sorted = Array.from(parent.keys()).sort((a, b) => prominence[b] - prominence[a] || a - b)
  const rank = new Int32Array(sorted.length)
  sorted.forEach((branch, at) => rank[branch] = at)
  return {
    home: home.map(branch => branch < 0
      ? -1
      : rank[branch]),
    parent: Int32Array.from(sorted, branch => parent[branch] < 0
      ? -1
      : rank[parent[branch]]),
    prominence: Float32Array.from(sorted, branch => prominence[branch]),
  }
}

function membersOf({ home, parent }: ClusterTree): Int32Array[] {
  const counts = new Int32Array(parent.length)
  for (const branch of home) {
    if (branch >= 0)
      counts[branch]++
  }
  const members = Array.from(counts, count => new Int32Array(count))
  counts.fill(0)
  home.forEach((branch, i) => {
    if (branch >= 0)
      members[branch][counts[branch]++] = i
  })
  return members
}
