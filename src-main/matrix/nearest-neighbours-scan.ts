import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'
import { squaredDistance } from '#main/matrix/distance'
import { NearestList } from '#main/matrix/nearest-list'
import { emptyNeighbours } from '#main/matrix/neighbours'
import { pace } from '#main/matrix/pace'

/**
 * Exact nearest neighbours by looking at every pair once: O(N²·D), right for up to some thousand rows.
 * @throws CANCELLED
 */
export async function nearestNeighboursScan(of: Matrix, k: number, signal?: AbortSignal): Promise<Neighbours> {
  const { rows, columns, values } = of
  const neighbours = emptyNeighbours(rows, k)
  const lists = Array.from({ length: rows }, () => new NearestList(neighbours.k))
  const rest = pace('Looking for neighbours', signal)
  for (let i = 0; i < rows; i++) {
    await rest()
    const own = lists[i]
    for (let j = i + 1; j < rows; j++) {
      const distance = squaredDistance(values, i * columns, values, j * columns, columns)
      own.offer(j, distance)
      lists[j].offer(i, distance)
    }
  }
  lists.forEach((list, i) => {
    neighbours.indices.set(list.indices, i * neighbours.k)
    for (let at = 0; at < neighbours.k; at++)
      neighbours.distances[i * neighbours.k + at] = Math.sqrt(list.distances[at])
  })
  return neighbours
}
