/** The lists as one: the first of each, then the second of each, and so on, and nothing twice. */
export function takenInTurn(lists: readonly (readonly number[])[]): number[] {
  const all = new Set<number>()
  const longest = Math.max(0, ...lists.map(list => list.length))
  for (let at = 0; at < longest; at++) {
    for (const list of lists) {
      if (at < list.length)
        all.add(list[at])
    }
  }
  return [...all]
}
