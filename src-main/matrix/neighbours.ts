/** The k nearest other rows of each row of a matrix, nearest first; equal distances in the order of their rows. */
export interface Neighbours {
  readonly rows: number
  /** Never more than rows − 1. */
  readonly k: number
  /** [N, k] int32: row numbers. A row is not its own neighbour. */
  readonly indices: Int32Array
  /** [N, k] float32: Euclidean distances, rising along a row. */
  readonly distances: Float32Array
}

/** Room for the neighbours of `rows` rows, k cut to what there is. */
export function emptyNeighbours(rows: number, k: number): Neighbours {
  const kept = Math.max(0, Math.min(k, rows - 1))
  return {
    rows,
    k: kept,
    indices: new Int32Array(rows * kept),
    distances: new Float32Array(rows * kept),
  }
}

/** The same neighbours, only the nearest k of each row. */
export function nearestOf(of: Neighbours, k: number): Neighbours {
  if (k >= of.k)
    return of
  const nearest = emptyNeighbours(of.rows, k)
  for (let i = 0; i < of.rows; i++) {
    nearest.indices.set(of.indices.subarray(i * of.k, i * of.k + nearest.k), i * nearest.k)
    nearest.distances.set(of.distances.subarray(i * of.k, i * of.k + nearest.k), i * nearest.k)
  }
  return nearest
}
