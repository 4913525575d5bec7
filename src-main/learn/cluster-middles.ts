import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'

/** The mean of the rows [N, D] of each cluster, and how many they are; `clusterOf` is [N]. One without rows is at the origin. */
export function clusterMiddles({ rows, columns, values }: Matrix, clusterOf: Int32Array, count: number): { middles: Matrix, sizes: Int32Array } {
  const middles = matrix(count, columns)
  const sizes = new Int32Array(count)
  for (let i = 0; i < rows; i++) {
    const cluster = clusterOf[i]
    sizes[cluster]++
    for (let d = 0; d < columns; d++)
      middles.values[cluster * columns + d] += values[i * columns + d]
  }
  for (let at = 0; at < middles.values.length; at++)
    middles.values[at] /= Math.max(sizes[Math.floor(at / columns)], 1)
  return { middles, sizes }
}
