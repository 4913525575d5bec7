/** A point of a curve: where on the way, and how high. */
export interface CurvePoint { x: number, y: number }

/** An SVG path through the points, fitted into `width` × `height` px; x from 0 to `xEnd`, y within the range given. */
export function curvePath(points: CurvePoint[], xEnd: number, range: { low: number, high: number }, width: number, height: number): string {
  const across = xEnd > 0
    ? width / xEnd
    : 0
  const up = range.high > range.low
    ? height / (range.high - range.low)
    : 0
  return points
    .map(({ x, y }, i) => `${i === 0
      ? 'M'
      : 'L'}${round(x * across)} ${round(height - (y - range.low) * up)}`)
    .join('')
}

/** The lowest and highest y, widened where they are one, so that a flat curve has a place. */
export function rangeOf(points: CurvePoint[]): { low: number, high: number } {
  let low = Infinity
  let high = -Infinity
  for (const { y } of points) {
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  if (!Number.isFinite(low))
    return { low: 0, high: 1 }
  return high - low < 1e-6
    ? { low: low - 0.5, high: high + 0.5 }
    : { low, high }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
