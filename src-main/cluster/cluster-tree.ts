/**
 * The clusters of a map at every granularity. Branch 0 is the whole map; each further one stands out from its parent.
 * Branches are in the order in which they appear as the granularity rises, so a parent comes before its children.
 */
export interface ClusterTree {
  /** [N] int32: the innermost branch each photo belongs to; −1 for a stray, too far from everything. */
  readonly home: Int32Array
  /** [B] int32: the branch each stands out from; −1 for branch 0. */
  readonly parent: Int32Array
  /** [B] float32, falling: how much each stands out; infinite for branch 0. */
  readonly prominence: Float32Array
}

/**
 * Which cluster each photo is in at a granularity of 0 (few, large) to 1 (every branch): `[N] int32`, −1 for a stray.
 * A finer granularity only splits clusters, and a cluster that is not split keeps its number.
 */
export function clustersAt({ home, parent }: ClusterTree, granularity: number): Int32Array {
  const shown = branchesShown(parent.length, granularity)
  const cluster = new Int32Array(parent.length)
  for (let branch = 1; branch < parent.length; branch++) {
    cluster[branch] = branch < shown
      ? branch
      : cluster[parent[branch]]
  }
  return home.map(branch => branch < 0
    ? -1
    : cluster[branch])
}

/** From a handful to all there are; half-way it is about their geometric mean. */
function branchesShown(branches: number, granularity: number): number {
  const fewestShown = Math.min(4, branches)
  const wanted = fewestShown * (branches / fewestShown) ** Math.min(Math.max(granularity, 0), 1)
  return Math.max(1, Math.min(branches, Math.round(wanted)))
}
