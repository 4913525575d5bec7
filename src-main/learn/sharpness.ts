/** Exponents tried, from very unsure to very sure, each a seventh more than the one before. */
const sharpnesses = Array.from({ length: 41 }, (_, i) => 0.2 * 1.14 ** i)
/** Photos' worth of evidence for taking shares as they are, for when few labels speak. */
const prior = 4

/**
 * The exponent s for which shares^s, scaled to sum 1, are most likely to have given the classes seen: temperature
 * scaling with s = 1 / T (Guo et al. 2017), held near 1 by a normal prior on log s.
 *
 * @param logs the logarithms of each photo's shares
 * @param truths the class of each
 */
export function sharpnessFor(logs: readonly Float64Array[], truths: readonly number[]): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (const sharpness of sharpnesses) {
    let cost = prior * Math.log(sharpness) ** 2 / 2
    logs.forEach((shares, i) => {
      const top = shares.reduce((most, share) => Math.max(most, share), Number.NEGATIVE_INFINITY)
      let sum = 0
      for (const share of shares)
        sum += Math.exp(sharpness * (share - top))
      cost += Math.log(sum) - sharpness * (shares[truths[i]] - top)
    })
    if (cost < least) {
      least = cost
      best = sharpness
    }
  }
  return best
}

/** Halvings of the exponent's range: to a millionth. */
const halvings = 20

/** The exponent below `sharpness` at which the mean confidence in the likeliest class is `share` of what it is there. */
export function lessSure(logs: readonly Float64Array[], sharpness: number, share: number): number {
  const aim = share * meanConfidence(logs, sharpness)
  let [low, high] = [0, sharpness]
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2
    if (meanConfidence(logs, middle) < aim)
      low = middle
    else
      high = middle
  }
  return low
}

function meanConfidence(logs: readonly Float64Array[], sharpness: number): number {
  const sum = logs.reduce((sum, shares) => {
    const top = Math.max(...shares)
    return sum + 1 / shares.reduce((all, share) => all + Math.exp(sharpness * (share - top)), 0)
  }, 0)
  return sum / logs.length
}
