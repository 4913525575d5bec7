/**
 * The silhouette of one row by the sums of its distances to the rows of each class: s = (b − a) / max(a, b), with a the
 * mean distance to the others of its own class and b the least mean distance to those of another (Rousseeuw 1987).
 *
 * @param sums [C]
 * @param counts [C]: rows in each sum; in that of its own class without the row itself
 * @param own its class
 * @returns 0 for the only row of its class, and where there is no other class
 */
export function silhouetteFromSums(sums: ArrayLike<number>, counts: ArrayLike<number>, own: number): number {
  let nearest = Infinity
  for (let other = 0; other < counts.length; other++) {
    if (other !== own && counts[other] > 0)
      nearest = Math.min(nearest, sums[other] / counts[other])
  }
  const inside = sums[own] / counts[own]
  const larger = Math.max(inside, nearest)
  return counts[own] === 0 || nearest === Infinity || larger === 0
    ? 0
    : (nearest - inside) / larger
}
