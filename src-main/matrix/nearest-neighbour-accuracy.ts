import type { Neighbours } from '#main/matrix/neighbours'

/**
 * The class most of each row's neighbours have, leaving out neighbours without one (−1); of equally many, the class of
 * the nearest. −1 where no neighbour has a class. Returns `[N] int32`.
 */
export function neighbourVotes(neighbours: Neighbours, classes: ArrayLike<number>): Int32Array {
  const { rows, k, indices } = neighbours
  const votes = new Int32Array(rows).fill(-1)
  const counts = new Map<number, number>()
  for (let i = 0; i < rows; i++) {
    counts.clear()
    for (let at = 0; at < k; at++) {
      const voted = classes[indices[i * k + at]]
      if (voted >= 0)
        counts.set(voted, (counts.get(voted) ?? 0) + 1)
    }
    let most = 0
    // A map keeps the order of first insertion, so the nearest neighbour's class wins a tie.
    for (const [voted, count] of counts) {
      if (count > most) {
        most = count
        votes[i] = voted
      }
    }
  }
  return votes
}

/** Leave-one-out k-nearest-neighbour accuracy over the rows that have a class (≥ 0); 0 where none has. */
export function nearestNeighbourAccuracy(neighbours: Neighbours, classes: ArrayLike<number>): number {
  const votes = neighbourVotes(neighbours, classes)
  let labelled = 0
  let right = 0
  for (let i = 0; i < neighbours.rows; i++) {
    if (classes[i] >= 0) {
      labelled++
      right += votes[i] === classes[i]
        ? 1
        : 0
    }
  }
  return labelled === 0
    ? 0
    : right / labelled
}
