import type { ClusterTree } from '#main/cluster/cluster-tree'
import { condense } from '#main/cluster/condense'
import { coreDistances } from '#main/cluster/core-distances'
import { kdTree } from '#main/cluster/kd-tree'
import { spanningTree } from '#main/cluster/spanning-tree'
import { splitCrowds } from '#main/cluster/split-crowds'
import { pace } from '#main/matrix/pace'

/** Neighbours that make up a photo's density. */
const densityNeighbours = 5
/** A photo that joins others only at this share of the map's extent is a stray … */
const strayShare = 0.2
/** … where that is so many times farther than half of all photos join at: a dozen photos lie far apart without being strays. */
const strayTimes = 3

/**
 * The cluster tree of a map, `[N, 2]`. Points join along the shortest mutual reachability, as in HDBSCAN (Campello,
 * Moulavi, Sander 2013), and where two sets meet the one that stands out less becomes a branch of the other. How much
 * a set stands out is its excess of mass in log density, Σ log(λ / core(p)) at the length λ at which it joins: many
 * photos that lie much closer together than to anything else. A branch without further structure is at last cut into
 * compact parts, so that a finer granularity always has something to show. Deterministic. O(N log N).
 * @throws CANCELLED
 */
export async function buildClusterTree(coordinates: Float32Array, signal?: AbortSignal): Promise<ClusterTree> {
  const count = coordinates.length / 2
  if (count === 0) {
    return {
      home: new Int32Array(0),
      parent: Int32Array.of(-1),
      prominence: Float32Array.of(Number.POSITIVE_INFINITY),
    }
  }
  const rest = pace('Finding clusters', signal)
  await rest()
  const tree = kdTree(coordinates)
  const core = await coreDistances(tree, densityNeighbours, rest)
  const joins = await spanningTree(tree, core, rest)
  await rest()
  const extent = Math.hypot(tree.boxes[2] - tree.boxes[0], tree.boxes[3] - tree.boxes[1]) / 2
  const usual = joins.lengths[joins.lengths.length >> 1] ?? 0
  return splitCrowds(condense(joins, core, tree.order, Math.max(strayShare * extent, strayTimes * usual)), coordinates)
}
