import type { Neighbours } from '#main/matrix/neighbours'

export interface SuggestedRows {
  /** The nearest neighbours of every photo. */
  neighbours: Neighbours
  /** [N]: the label each photo has, from 1, or 0 for none. */
  labels: Uint32Array
  /** [N]: the label suggested to each photo from 1, or 0 for none. */
  guesses: Uint32Array
  /** [N] float32: how sure each suggestion is, in [0, 1]. */
  confidences: Float32Array
}

/** Stands for whatever has no name yet. */
const unnamed = 0
/** Neighbours' worth of evidence for it. */
const unheard = 1

/**
 * How many suggestions naming a photo is expected to put right, its own and those of the photos near it that are the
 * same: Σₖ p(k) Σⱼ [guess j ≠ k] pⱼ(k). A photo is its guess with the guess's confidence; else it is what its neighbours
 * are, by their labels and guesses, or something without a name. So a row where photos are sure to be wrong in the same
 * way comes before one where each is in doubt by itself.
 *
 * Source: expected error reduction, Roy and McCallum 2001, over the photos near by and with what is suggested in place of
 * a model trained anew.
 *
 * @returns a function of the row, for rows without a label
 */
export function expectedCorrections(inputs: SuggestedRows, near: number): (row: number) => number {
  const { neighbours: { k, indices }, labels, guesses } = inputs
  const count = Math.min(near, k)
  const known = new Map<number, Map<number, number>>()
  const sharesOf = (row: number): Map<number, number> => {
    const shares = known.get(row) ?? mayBe(row, inputs)
    known.set(row, shares)
    return shares
  }
  return (row) => {
    const group = [row, ...indices.subarray(row * k, row * k + count)].filter(other => labels[other] === 0)
    const others = group.map(sharesOf)
    let sum = 0
    for (const [name, likely] of others[0])
      sum += likely * others.reduce((wrong, shares, at) => wrong + (guesses[group[at]] === name ? 0 : shares.get(name) ?? 0), 0)
    return sum
  }
}

/** How likely a photo is each of the names that it or a neighbour has, and something unnamed. */
function mayBe(row: number, { neighbours: { k, indices }, labels, guesses, confidences }: SuggestedRows): Map<number, number> {
  const votes = new Map([[unnamed, unheard]])
  let all = unheard
  for (const other of indices.subarray(row * k, (row + 1) * k)) {
    const name = labels[other] || guesses[other]
    const vote = labels[other] ? 1 : confidences[other]
    if (name === unnamed || name === guesses[row])
      continue
    votes.set(name, (votes.get(name) ?? 0) + vote)
    all += vote
  }
  const shares = new Map(Array.from(votes, ([name, vote]) => [name, (1 - confidences[row]) * vote / all]))
  return guesses[row] === unnamed ? shares : shares.set(guesses[row], confidences[row])
}
