/** Where an id stands among rising `ids` from `first` to before `end`; −1 for nowhere. Mostly they rise by one: then the first look finds it. */
export function rowIn(ids: Uint32Array, id: number, first: number, end: number): number {
  let low = first
  let high = end - 1
  let at = low + id - ids[low]
  while (low <= high) {
    if (!(at >= low && at <= high))
      at = (low + high) >> 1
    if (ids[at] === id)
      return at
    if (ids[at] < id)
      low = at + 1
    else
      high = at - 1
    at = (low + high) >> 1
  }
  return -1
}
