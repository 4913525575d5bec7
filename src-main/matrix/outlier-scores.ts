import type { Neighbours } from '#main/matrix/neighbours'

/**
 * How lonely each row is: the mean distance to its neighbours over the mean of that same figure at its neighbours. 1 is
 * ordinary, 2 means its neighbours are twice as far as theirs. `[N] float32`. A simplified local outlier factor
 * (Schubert, Zimek, Kriegel 2014), which unlike the full one is defined where photos coincide.
 */
export function outlierScores(neighbours: Neighbours): Float32Array {
  const { rows, k, indices, distances } = neighbours
  const reach = new Float64Array(rows)
  let typical = 0
  for (let i = 0; i < rows; i++) {
    for (let at = 0; at < k; at++)
      reach[i] += distances[i * k + at] / k
    typical += reach[i] / rows
  }
  // Among identical photos the neighbours' reach is nothing; a thousandth of the typical reach keeps the ratio finite.
  const least = typical > 0
    ? typical / 1000
    : 1
  return Float32Array.from(reach, (own, i) => {
    if (k === 0)
      return 1
    let around = 0
    for (let at = 0; at < k; at++)
      around += reach[indices[i * k + at]] / k
    return (own + least) / (around + least)
  })
}

/** Whatever the others are like: a score below this is written as 1.0, which is ordinary. */
const leastFence = 1.05

/**
 * The score from which a row stands clearly out: three times the middle half's width above it (Tukey 1977, far out). In
 * many dimensions all distances are much alike, and scores with them: the same score may be ordinary in one space and
 * far out in another.
 */
export function outlierFence(scores: Float32Array): number {
  const sorted = scores.slice().sort()
  const quarter = sorted[Math.floor(0.25 * (sorted.length - 1))]
  const threeQuarters = sorted[Math.ceil(0.75 * (sorted.length - 1))]
  return Math.max(leastFence, threeQuarters + 3 * (threeQuarters - quarter))
}
