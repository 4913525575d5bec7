import type { Neighbours } from '#main/matrix/neighbours'

/** A graph over photos whose edges tell how alike two are: row i's edges are from `starts[i]` to `starts[i + 1]`. */
export interface NeighbourGraph {
  rows: number
  starts: Int32Array
  ends: Int32Array
  /** Normalised on both sides, wᵢⱼ / √(dᵢ dⱼ), so that no eigenvalue leaves [−1, 1]. */
  weights: Float32Array
}

/**
 * Joins every photo with its k nearest, either way round, with the weight exp(−2 d² / (rᵢ rⱼ)), r the distance to a
 * photo's k-th (Zelnik-Manor, Perona 2004, Self-Tuning Spectral Clustering).
 */
export function neighbourGraph({ rows, k: known, indices, distances }: Neighbours, k: number): NeighbourGraph {
  const used = Math.min(k, known)
  const isNear = (i: number, j: number): boolean => {
    for (let at = i * known; at < i * known + used; at++) {
      if (indices[at] === j)
        return true
    }
    return false
  }
  const starts = new Int32Array(rows + 1)
  const eachEdge = (visit: (i: number, j: number, distance: number) => void): void => {
    for (let i = 0; i < rows; i++) {
      for (let at = i * known; at < i * known + used; at++) {
        const j = indices[at]
        visit(i, j, distances[at])
        if (!isNear(j, i))
          visit(j, i, distances[at])
      }
    }
  }
  eachEdge(i => starts[i + 1]++)
  for (let i = 0; i < rows; i++)
    starts[i + 1] += starts[i]
  const next = starts.slice()
  const ends = new Int32Array(starts[rows])
  const weights = new Float32Array(starts[rows])
  const degrees = new Float64Array(rows)
  const reach = (i: number): number => distances[i * known + used - 1]
  eachEdge((i, j, distance) => {
    const scale = reach(i) * reach(j)
    const weight = scale > 0 ? Math.exp(-2 * distance * distance / scale) : 1
    ends[next[i]] = j
    weights[next[i]++] = weight
    degrees[i] += weight
  })
  for (let i = 0; i < rows; i++) {
    for (let at = starts[i]; at < starts[i + 1]; at++)
      weights[at] /= Math.sqrt(degrees[i] * degrees[ends[at]]) || 1
  }
  return { rows, starts, ends, weights }
}
