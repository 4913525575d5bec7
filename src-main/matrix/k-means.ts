import type { Matrix } from '#main/matrix/matrix'
import { squaredDistance } from '#main/matrix/distance'
import { largestIn } from '#main/matrix/largest-in'
import { matrix, rowOf } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'
import { random } from '#main/matrix/random'

/** Rows in groups: the group of each, and the middle of each group. */
export interface Grouping {
  /** [N] int32, 0 to k − 1. */
  of: Int32Array
  /** [k, D] */
  centres: Matrix
}

export interface KMeansOptions {
  seed?: number
  /** Rounds at most; fewer where nothing moves any more. */
  rounds?: number
  signal?: AbortSignal
}

/**
 * Lloyd's k-means from k-means++ starts (Arthur and Vassilvitskii 2007). A group that loses its last row takes the row
 * farthest from its centre. Deterministic by the seed. O(rounds·N·k·D).
 * @throws CANCELLED
 */
export async function kMeans(of: Matrix, k: number, { seed = 0, rounds = 50, signal }: KMeansOptions = {}): Promise<Grouping> {
  const { rows, columns, values } = of
  const count = Math.min(k, rows)
  const rest = pace('Grouping', signal)
  const centres = await spreadCentres(of, count, seed, rest)
  const group = new Int32Array(rows).fill(-1)
  const distances = new Float64Array(rows)
  for (let round = 0; round < rounds; round++) {
    let moved = 0
    for (let row = 0; row < rows; row++) {
      if (row % 256 === 0)
        await rest()
      let nearest = 0
      let least = Infinity
      for (let c = 0; c < count; c++) {
        const distance = squaredDistance(values, row * columns, centres.values, c * columns, columns)
        if (distance < least) {
          least = distance
          nearest = c
        }
      }
      distances[row] = least
      if (group[row] !== nearest) {
        group[row] = nearest
        moved++
      }
    }
    if (moved === 0)
      break
    recentre(of, group, distances, centres)
  }
  return { of: group, centres }
}

async function spreadCentres(of: Matrix, count: number, seed: number, rest: () => Promise<void>): Promise<Matrix> {
  const { rows, columns, values } = of
  const from = random(seed)
  const centres = matrix(count, columns)
  const nearest = new Float64Array(rows).fill(Infinity)
  let next = rows > 0 ? from.integer(rows) : 0
  for (let c = 0; c < count; c++) {
    await rest()
    centres.values.set(rowOf(of, next), c * columns)
    let sum = 0
    for (let row = 0; row < rows; row++) {
      nearest[row] = Math.min(nearest[row], squaredDistance(values, row * columns, values, next * columns, columns))
      sum += nearest[row]
    }
    let left = from.uniform() * sum
    next = rows - 1
    for (let row = 0; row < rows; row++) {
      left -= nearest[row]
      if (left < 0) {
        next = row
        break
      }
    }
  }
  return centres
}

function recentre(of: Matrix, group: Int32Array, distances: Float64Array, centres: Matrix): void {
  const { rows, columns, values } = of
  const sums = new Float64Array(centres.values.length)
  const sizes = new Int32Array(centres.rows)
  for (let row = 0; row < rows; row++) {
    sizes[group[row]]++
    for (let d = 0; d < columns; d++)
      sums[group[row] * columns + d] += values[row * columns + d]
  }
  for (let c = 0; c < centres.rows; c++) {
    if (sizes[c] > 0) {
      for (let d = 0; d < columns; d++)
        centres.values[c * columns + d] = sums[c * columns + d] / sizes[c]
    }
    else {
      const farthest = distances.indexOf(largestIn(distances))
      distances[farthest] = 0
      centres.values.set(rowOf(of, farthest), c * columns)
    }
  }
}
