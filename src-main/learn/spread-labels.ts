import type { NeighbourGraph } from '#main/learn/neighbour-graph'

/** How much of a photo's belief comes from its neighbours. */
const trust = 0.9
/** The error shrinks by 0.63 a round: to a ten-thousandth in twenty. */
const rounds = 20

/**
 * Lets beliefs flow along a neighbour graph until they stand still: F = (I − αS)⁻¹ Y with α = 0.9, by Chebyshev's
 * semi-iteration (Golub, Varga 1961), for as many classes at once as Y has.
 *
 * Source: Zhou et al. 2003, Learning with Local and Global Consistency.
 *
 * @param graph over the photos
 * @param beliefs [N, K] float32: Y, what is known or supposed of each photo by itself
 * @param classes K
 * @param rest awaited between rounds
 * @returns F [N, K] float32
 * @throws CANCELLED from `rest`
 */
export async function spreadLabels(graph: NeighbourGraph, beliefs: Float32Array, classes: number, rest: () => Promise<void>): Promise<Float32Array> {
  let before = new Float32Array(beliefs.length)
  let now = beliefs.slice()
  let omega = 2
  for (let round = 0; round < rounds; round++) {
    await rest()
    omega = round === 0 ? 1 / (1 - trust * trust / 2) : 1 / (1 - trust * trust * omega / 4)
    const next = before
    for (let i = 0; i < graph.rows; i++) {
      const own = i * classes
      for (let c = 0; c < classes; c++)
        next[own + c] = (1 - omega) * before[own + c] + omega * beliefs[own + c]
      for (let at = graph.starts[i]; at < graph.starts[i + 1]; at++) {
        const weight = omega * trust * graph.weights[at]
        const other = graph.ends[at] * classes
        for (let c = 0; c < classes; c++)
          next[own + c] += weight * now[other + c]
      }
    }
    before = now
    now = next
  }
  return now
}
