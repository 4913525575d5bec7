/** How often each number is among `values`, by number, up to the greatest there is. */
export function countsOf(values: Uint32Array): Uint32Array {
  let greatest = 0
  for (let at = 0; at < values.length; at++) {
    if (values[at] > greatest)
      greatest = values[at]
  }
  const counts = new Uint32Array(greatest + 1)
  for (let at = 0; at < values.length; at++)
    counts[values[at]]++
  return counts
}
