/** Calls back for each id that is in both, with its place in each; both rise. */
export function eachMatch(ids: Uint32Array, others: Uint32Array, found: (at: number, other: number) => void): void {
  for (let at = 0, other = 0; at < ids.length && other < others.length;) {
    if (ids[at] === others[other])
      found(at++, other++)
    else if (ids[at] < others[other])
      at++
    else
      other++
  }
}
