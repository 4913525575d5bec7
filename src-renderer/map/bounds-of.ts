import type { Bounds } from './camera'

/**
 * The box around points [N, 2] (or the rows of them named), which has no width or height where they share a place; null
 * for no point.
 */
export function boundsOf(xy: ArrayLike<number>, count: number, rows?: ArrayLike<number>): Bounds | null {
  const length = rows
    ? rows.length
    : count
  if (length === 0)
    return null
  let left = Infinity
  let right = -Infinity
  let top = Infinity
  let bottom = -Infinity
  for (let at = 0; at < length; at++) {
    const row = rows
      ? rows[at]
      : at
    const x = xy[2 * row]
    const y = xy[2 * row + 1]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { left, right, top, bottom }
}
