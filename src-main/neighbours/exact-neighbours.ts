import type { SessionOptions } from '#main/graph/session'
import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats, integers } from '#main/graph/tensor'
import { centre } from '#main/matrix/centre'
import { dotProduct, squaredDistance } from '#main/matrix/distance'
import { rowsBetween, takeRows } from '#main/matrix/matrix'
import { NearestList } from '#main/matrix/nearest-list'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { emptyNeighbours, neighboursOfRows } from '#main/matrix/neighbours'
import { pace } from '#main/matrix/pace'
import { neighboursModel } from '#main/neighbours/neighbours-model'

export interface ExactNeighboursOptions {
  /** How to open the session; by default as everywhere else. */
  session?: SessionOptions
  /** The rows whose neighbours are wanted, in the order of the answer; by default all. */
  of?: Int32Array
  signal?: AbortSignal
  /** Told after each block how many rows are done, of those wanted. */
  onProgress?: (done: number, of: number) => void
}

/** Up to this many rows the scan is done before a session would be open. */
const scanned = 400
/** A few more candidates than wanted are fetched, so that float32 rounding at the edge cannot lose one. */
const spare = 8
/** Products, and distances held, in one run: some tens of milliseconds, so that an abort is heard soon. */
const productsInBlock = 8e8
const distancesInBlock = 6e6

/**
 * The k nearest other rows of every row, or of those asked for, by Euclidean distance, exactly, found by matrix products
 * in ONNX Runtime; to be called where sessions may run. The products only choose candidates: distances are measured anew
 * in float64, so near duplicates keep their true distance. Equal distances are ordered by row. O(N²·D).
 * @throws CANCELLED, MODEL_OUT_OF_MEMORY
 */
export async function exactNeighbours(space: Matrix, k: number, options: ExactNeighboursOptions = {}): Promise<Neighbours> {
  const { of, signal, onProgress } = options
  const { rows, columns } = space
  const wanted = of?.length ?? rows
  if (rows <= scanned) {
    const all = await nearestNeighboursScan(space, k, signal)
    onProgress?.(wanted, wanted)
    return of ? neighboursOfRows(all, of) : all
  }

  const rest = pace('Looking for neighbours', signal)
  await rest()
  // Distances are the same anywhere; near the origin their products lose the least to cancellation.
  const centred = centre(space)
  const neighbours = emptyNeighbours(wanted, k, rows)
  const count = Math.min(rows, neighbours.k + 1 + spare)
  const block = blockSize(rows, columns)
  const session = await openSession(writeModel(neighboursModel), options.session)
  try {
    const all = floats([rows, columns], centred.values)
    const halfSquares = floats([rows], halfSquaresOf(centred))
    const list = new NearestList(neighbours.k)
    for (let start = 0; start < wanted; start += block) {
      await rest()
      const end = Math.min(start + block, wanted)
      const queries = of ? takeRows(centred, of.subarray(start, end)) : rowsBetween(centred, start, end)
      const { indices } = await session.run({
        queries: floats([end - start, columns], queries.values),
        all,
        halfSquares,
        count: integers([1], [count]),
      })
      keepNearest(space, neighbours, list, indices.values as BigInt64Array, start, end, of)
      onProgress?.(end, wanted)
    }
  }
  finally {
    await session.release()
  }
  return neighbours
}

function blockSize(rows: number, columns: number): number {
  const byProducts = productsInBlock / (rows * Math.max(columns, 32))
  return Math.max(1, Math.floor(Math.min(byProducts, distancesInBlock / rows)))
}

function halfSquaresOf({ rows, columns, values }: Matrix): Float32Array {
  return Float32Array.from({ length: rows }, (_, i) => dotProduct(values, i * columns, values, i * columns, columns) / 2)
}

/** Measures the candidates of the wanted rows start…end again, exactly, and keeps the nearest. */
function keepNearest(space: Matrix, into: Neighbours, list: NearestList, candidates: BigInt64Array, start: number, end: number, of?: Int32Array): void {
  const { columns, values } = space
  const count = candidates.length / (end - start)
  for (let row = start; row < end; row++) {
    const i = of ? of[row] : row
    list.clear()
    for (let at = (row - start) * count; at < (row - start + 1) * count; at++) {
      const j = Number(candidates[at])
      if (j !== i)
        list.offer(j, squaredDistance(values, i * columns, values, j * columns, columns))
    }
    into.indices.set(list.indices, row * into.k)
    for (let at = 0; at < into.k; at++)
      into.distances[row * into.k + at] = Math.sqrt(list.distances[at])
  }
}
