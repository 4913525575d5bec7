import type { KdTree } from '#main/cluster/kd-tree'
import { isLeaf, squaredDistanceToBox } from '#main/cluster/kd-tree'
import { NearestList } from '#main/matrix/nearest-list'

/**
 * The distance from each point to its k-th nearest other point, in the tree's order: short where the map is dense.
 * `[N] float64`; 0 everywhere where there is one point, to the farthest where there are fewer than k others.
 */
export async function coreDistances(tree: KdTree, k: number, rest: () => Promise<void>): Promise<Float64Array> {
  const count = tree.order.length
  const distances = new Float64Array(count)
  const list = new NearestList(Math.max(Math.min(k, count - 1), 1))
  for (let at = 0; at < count; at++) {
    if (at % 256 === 0)
      await rest()
    list.clear()
    search(tree, 0, at, list)
    distances[at] = list.count > 0
      ? Math.sqrt(list.distances[list.count - 1])
      : 0
  }
  return distances
}

function search(tree: KdTree, node: number, from: number, list: NearestList): void {
  const { points, starts, ends } = tree
  const x = points[2 * from]
  const y = points[2 * from + 1]
  if (isLeaf(tree, node)) {
    for (let at = starts[node]; at < ends[node]; at++) {
      if (at !== from) {
        const dx = x - points[2 * at]
        const dy = y - points[2 * at + 1]
        list.offer(at, dx * dx + dy * dy)
      }
    }
    return
  }
  const left = 2 * node + 1
  const toLeft = squaredDistanceToBox(tree, left, x, y)
  const toRight = squaredDistanceToBox(tree, left + 1, x, y)
  const [near, far, toFar] = toLeft <= toRight
    ? [left, left + 1, toRight]
    : [left + 1, left, toLeft]
  search(tree, near, from, list)
  if (toFar < list.limit)
    search(tree, far, from, list)
}
