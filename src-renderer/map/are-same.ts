/** Whether two columns hold the same numbers. */
export function areSame(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one === other)
    return true
  if (one.length !== other.length)
    return false
  for (let at = 0; at < one.length; at++) {
    if (one[at] !== other[at])
      return false
  }
  return true
}
