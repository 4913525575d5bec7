/** The k nearest other rows of each row of a matrix, or of some of its rows, nearest first; equal distances in the order of their rows. */
export interface Neighbours {
  readonly rows: number
  /** Never more than the matrix has rows, less one. */
  readonly k: number
  /** [N, k] int32: rows of the matrix. A row is not its own neighbour. */
  readonly indices: Int32Array
  /** [N, k] float32: Euclidean distances, rising along a row. */
  readonly distances: Float32Array
}

/** Room for the neighbours of `rows` rows among `all` of a matrix, k cut to what there is. */
export function emptyNeighbours(rows: number, k: number, all = rows): Neighbours {
  const kept = Math.max(0, Math.min(k, all - 1))
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
  const nearest = emptyNeighbours(of.rows, k, of.k + 1)
  for (let i = 0; i < of.rows; i++)
    copyRow(of, i, nearest, i)
  return nearest
}

/** The same neighbours, only of the rows given, in their order. */
export function neighboursOfRows(of: Neighbours, rows: ArrayLike<number>): Neighbours {
  const some = emptyNeighbours(rows.length, of.k, of.k + 1)
  for (let at = 0; at < rows.length; at++)
    copyRow(of, rows[at], some, at)
  return some
}

function copyRow(of: Neighbours, from: number, into: Neighbours, to: number): void {
  into.indices.set(of.indices.subarray(from * of.k, from * of.k + into.k), to * into.k)
  into.distances.set(of.distances.subarray(from * of.k, from * of.k + into.k), to * into.k)
}
