import type { Neighbours } from '#main/matrix/neighbours'
import { pace } from '#main/matrix/pace'

/** Edges between neighbours, each in both directions, with how surely they belong together. */
export interface FuzzyGraph {
  readonly heads: Int32Array
  readonly tails: Int32Array
  /** In (0, 1]. */
  readonly weights: Float64Array
}

const rounds = 64
const tolerance = 1e-5
const leastScale = 1e-3

/**
 * UMAP's fuzzy simplicial set (McInnes, Healy, Melville 2018, algorithms 2 and 3): an edge to a neighbour at distance d
 * weighs exp(−(d − ρ) / σ), with ρ the distance to the nearest neighbour that is not at the same place and σ such that
 * a row's weights sum to log₂(k); a pair's two weights a and b become a + b − ab. Edges lighter than `least` times the
 * heaviest are left out. Ordered by head.
 * @throws CANCELLED
 */
export async function fuzzyGraph(neighbours: Neighbours, least: number, signal?: AbortSignal): Promise<FuzzyGraph> {
  const { rows, k, indices } = neighbours
  const rest = pace('Joining neighbours', signal)
  const directed = await membershipStrengths(neighbours, rest)
  const joined = new Float64Array(rows * k)
  const mutual = new Uint8Array(rows * k)
  let heaviest = 0
  for (let i = 0; i < rows; i++) {
    if (i % 256 === 0)
      await rest()
    for (let at = i * k; at < (i + 1) * k; at++) {
      const back = positionOf(neighbours, indices[at], i)
      const other = back < 0
        ? 0
        : directed[back]
      joined[at] = Math.min(directed[at] + other - directed[at] * other, 1)
      mutual[at] = back < 0
        ? 0
        : 1
      heaviest = Math.max(heaviest, joined[at])
    }
  }

  await rest()
  // An edge that only one end knows is added at the other end too; counted first, so that the arrays come out right.
  const starts = new Int32Array(rows + 1)
  const heavy = (at: number) => joined[at] > 0 && joined[at] >= least * heaviest
  for (let at = 0; at < joined.length; at++) {
    if (heavy(at)) {
      starts[Math.floor(at / k) + 1]++
      if (!mutual[at])
        starts[indices[at] + 1]++
    }
  }
  for (let i = 0; i < rows; i++)
    starts[i + 1] += starts[i]
  const edges = starts[rows]
  const graph = {
    heads: new Int32Array(edges),
    tails: new Int32Array(edges),
    weights: new Float64Array(edges),
  }
  const put = (head: number, tail: number, weight: number) => {
    const to = starts[head]++
    graph.heads[to] = head
    graph.tails[to] = tail
    graph.weights[to] = weight
  }
  for (let at = 0; at < joined.length; at++) {
    if (heavy(at)) {
      const row = Math.floor(at / k)
      put(row, indices[at], joined[at])
      if (!mutual[at])
        put(indices[at], row, joined[at])
    }
  }
  return graph
}

/** [N, k]: each row's own view of its neighbours. */
async function membershipStrengths({ rows, k, distances }: Neighbours, rest: () => Promise<void>): Promise<Float64Array> {
  const strengths = new Float64Array(rows * k)
  let overall = 0
  for (const distance of distances)
    overall += distance / distances.length
  // umap counts the row itself among its k neighbours; the aim is the same here.
  const aim = Math.log2(k + 1)
  for (let i = 0; i < rows; i++) {
    if (i % 256 === 0)
      await rest()
    const own = distances.subarray(i * k, (i + 1) * k)
    const nearest = own.find(distance => distance > 0) ?? 0
    const floor = leastScale * (nearest > 0
      ? mean(own)
      : overall)
    const scale = Math.max(scaleFor(own, nearest, aim), floor)
    for (let at = 0; at < k; at++) {
      const beyond = own[at] - nearest
      strengths[i * k + at] = beyond <= 0 || scale === 0
        ? 1
        : Math.exp(-beyond / scale)
    }
  }
  return strengths
}

/** σ by bisection. */
function scaleFor(distances: Float32Array, nearest: number, aim: number): number {
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let scale = 1
  for (let round = 0; round < rounds; round++) {
    let sum = 0
    for (const distance of distances) {
      sum += distance > nearest
        ? Math.exp(-(distance - nearest) / scale)
        : 1
    }
    if (Math.abs(sum - aim) < tolerance)
      break
    if (sum > aim)
      high = scale
    else
      low = scale
    scale = high === Number.POSITIVE_INFINITY
      ? scale * 2
      : (low + high) / 2
  }
  return scale
}

function mean(of: Float32Array): number {
  let sum = 0
  for (const value of of)
    sum += value
  return sum / of.length
}

/** Where `wanted` stands among a row's neighbours, in the flat array; −1 where it does not. */
function positionOf({ k, indices }: Neighbours, row: number, wanted: number): number {
  for (let at = row * k; at < (row + 1) * k; at++) {
    if (indices[at] === wanted)
      return at
  }
  return -1
}
