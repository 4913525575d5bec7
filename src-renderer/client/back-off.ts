const first = 250
const longest = 5000

/** Milliseconds to wait before the n-th new attempt, n from 0: doubling, never more than five seconds. */
export function backOff(attempt: number): number {
  return Math.min(longest, first * 2 ** attempt)
}
