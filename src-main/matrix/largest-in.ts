/** The largest of any number of values; −∞ of none. (`Math.max` takes them as arguments, of which a call has room for some ten thousand.) */
export function largestIn(values: ArrayLike<number>): number {
  let largest = -Infinity
  for (let i = 0; i < values.length; i++)
    largest = Math.max(largest, values[i])
  return largest
}
