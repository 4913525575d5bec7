/** Items by what a function says of each, in their order. Browsers of before 2023, such as old desktops bring, have no `Map.groupBy`. */
export function groupedBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known)
      known.push(item)
    else
      groups.set(key, [item])
  }
  return groups
}
