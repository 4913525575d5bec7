/** The rows of each class, rising, in the order in which classes are met first. @param classes [n]: of each row */
export function rowsByClass(classes: ArrayLike<number>): number[][] {
  const rows = new Map<number, number[]>()
  for (let row = 0; row < classes.length; row++) {
    const known = rows.get(classes[row])
    if (known)
      known.push(row)
    else
      rows.set(classes[row], [row])
  }
  return [...rows.values()]
}
