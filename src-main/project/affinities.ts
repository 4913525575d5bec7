import type { Neighbours } from '#main/matrix/neighbours'
import { pace } from '#main/matrix/pace'

/** t-SNE's joint probabilities of neighbours: a symmetric sparse matrix by rows. */
export interface Affinities {
  /** [N + 1]: row i is at starts[i] … starts[i + 1]. */
  readonly starts: Int32Array
  readonly tails: Int32Array
  /** They sum to 1. */
  readonly weights: Float64Array
}

/**
 * Each row's neighbours weigh exp(−β d²), β such that their entropy is that of `perplexity` equal neighbours; the two
 * views of a pair are averaged (van der Maaten and Hinton 2008, equations 1 and 2; over neighbours only: van der Maaten
 * 2014). The perplexity is cut to a third of the neighbours there are.
 * @throws CANCELLED
 */
export async function affinities(neighbours: Neighbours, perplexity: number, signal?: AbortSignal): Promise<Affinities> {
  const { rows, k, indices, distances } = neighbours
  const rest = pace('Weighing neighbours', signal)
  const own = new Float64Array(rows * k)
  const aim = Math.log(Math.max(Math.min(perplexity, k / 3), 1.01))
  for (let i = 0; i < rows; i++) {
    if (i % 64 === 0)
      await rest()
    weigh(distances.subarray(i * k, (i + 1) * k), aim, own.subarray(i * k, (i + 1) * k))
  }

  // Row i holds its own neighbours and those that hold it; a pair that is both comes twice, which adds up the same.
  const starts = new Int32Array(rows + 1)
  for (let at = 0; at < indices.length; at++) {
    starts[Math.floor(at / k) + 1]++
    starts[indices[at] + 1]++
  }
  for (let i = 0; i < rows; i++)
    starts[i + 1] += starts[i]
  const next = starts.slice()
  const tails = new Int32Array(2 * indices.length)
  const weights = new Float64Array(2 * indices.length)
  for (let at = 0; at < indices.length; at++) {
    const i = Math.floor(at / k)
    const j = indices[at]
    const weight = own[at] / (2 * rows)
    const there = next[i]++
    const back = next[j]++
    tails[there] = j
    tails[back] = i
    weights[there] = weights[back] = weight
  }
  return { starts, tails, weights }
}

/** Fills in one row's weights, which sum to 1. */
function weigh(distances: Float32Array, aim: number, into: Float64Array): void {
  const nearest = distances.length > 0
    ? distances[0] ** 2
    : 0
  const spread = distances.length > 0
    ? distances.at(-1)! ** 2 - nearest
    : 0
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let beta = spread > 0
    ? 1 / spread
    : 1
  for (let round = 0; round < 60; round++) {
    let sum = 0
    let weighted = 0
    for (let at = 0; at < into.length; at++) {
      const beyond = distances[at] ** 2 - nearest
      into[at] = Math.exp(-beta * beyond)
      sum += into[at]
      weighted += beyond * into[at]
    }
    const entropy = Math.log(sum) + beta * weighted / sum
    for (let at = 0; at < into.length; at++)
      into[at] /= sum
    if (Math.abs(entropy - aim) < 1e-5 || spread === 0)
      return
    if (entropy > aim)
      low = beta
    else
      high = beta
    beta = high === Number.POSITIVE_INFINITY
      ? beta * 2
      : (low + high) / 2
  }
}
