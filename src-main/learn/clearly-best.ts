/**
 * Which candidate does best on held-out photos, `right[candidate][photo]`: the first, unless another is better by more
 * than `errors` standard errors of the photos that changed sides. What few photos say is mostly chance.
 *
 * @param right how often each photo was right, NaN where it was not measured; the same photos for all candidates
 * @param errors how many
 * @param counts whether a photo is counted
 */
export function clearlyBest(right: readonly ArrayLike<number>[], errors: number, counts: (photo: number) => boolean = () => true): number {
  const gains = right.map((own) => {
    let gain = 0
    let changed = 0
    for (let i = 0; i < own.length; i++) {
      const difference = counts(i) ? own[i] - right[0][i] : 0
      gain += difference || 0
      changed += difference ** 2 || 0
    }
    return gain - errors * Math.sqrt(changed)
  })
  const best = gains.indexOf(Math.max(...gains))
  return gains[best] > 0 ? best : 0
}
