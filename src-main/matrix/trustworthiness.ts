import type { Matrix } from '#main/matrix/matrix'
import { squaredDistance } from '#main/matrix/distance'
import { NearestList } from '#main/matrix/nearest-list'
import { pace } from '#main/matrix/pace'
import { random, shuffle } from '#main/matrix/random'

export interface TrustworthinessOptions {
  /** Size of the neighbourhoods compared, default 15; cut so that it is less than half of the rows. */
  k?: number
  /** How many rows to look at, drawn by the seed; by default as many as a second or two allows, all of a small space. */
  sample?: number
  seed?: number
  signal?: AbortSignal
}

/** Multiplications the default sample may cost. */
const budget = 1.5e9

/**
 * How far the neighbourhoods of a map can be believed, 0 to 1: one minus a penalty for each photo that the map puts
 * among the k nearest of another without its being so in the space, by how far down it stands there.
 * T(k) = 1 − 2 / (n·k·(2N − 3k − 1)) · Σᵢ Σⱼ∈Uₖ(i) (r(i, j) − k), Venna and Kaski 2001. The sum runs over a sample
 * of n rows; ranks and neighbourhoods are always taken among all N.
 * @throws CANCELLED
 */
export async function trustworthiness(
  space: Matrix,
  map: Matrix,
  { k = 15, seed = 0, signal, ...options }: TrustworthinessOptions = {},
): Promise<number> {
  const { rows, columns } = space
  const size = Math.min(k, Math.ceil(rows / 2) - 1)
  if (size < 1)
    return 1
  const affordable = Math.max(100, Math.round(budget / (rows * (columns + map.columns))))
  const sample = Math.min(rows, options.sample ?? affordable)
  const chosen = Int32Array.from({ length: rows }, (_, i) => i)
  if (sample < rows)
    shuffle(chosen, random(seed))

  const rest = pace('Measuring the map', signal)
  const far = new Float64Array(rows)
  const intruders = new NearestList(size)
  let penalty = 0
  for (const i of chosen.subarray(0, sample)) {
    await rest()
    intruders.clear()
    for (let j = 0; j < rows; j++) {
      far[j] = squaredDistance(space.values, i * columns, space.values, j * columns, columns)
      if (j !== i)
        intruders.offer(j, squaredDistance(map.values, i * map.columns, map.values, j * map.columns, map.columns))
    }
    for (const j of intruders.indices) {
      let rank = 1
      for (let other = 0; other < rows; other++) {
        if (other !== i && (far[other] < far[j] || (far[other] === far[j] && other < j)))
          rank++
      }
      penalty += Math.max(0, rank - size)
    }
  }
  return 1 - 2 * penalty / (sample * size * (2 * rows - 3 * size - 1))
}
