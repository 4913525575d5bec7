/** So much of the map, along each axis and at each end, may lie outside the standard square. */
const outside = 0.01

/**
 * A map in standard units, `[N, 2] float32`: its middle at 0 and 98 % of the photos within −1…1 along both axes, with
 * one scale for both. A coordinate that is not finite becomes 0; a map that is a single point lies at 0.
 */
export function normaliseProjection(coordinates: Float32Array): Float32Array {
  const normal = Float32Array.from(coordinates, value => Number.isFinite(value)
    ? value
    : 0)
  const [left, right] = bounds(normal, 0)
  const [top, bottom] = bounds(normal, 1)
  const middle = [(left + right) / 2, (top + bottom) / 2]
  const extent = Math.max(right - left, bottom - top) / 2
  const scale = extent > 0
    ? 1 / extent
    : 0
  for (let at = 0; at < normal.length; at++)
    normal[at] = (normal[at] - middle[at % 2]) * scale
  return normal
}

/** Where an axis begins and ends when its outermost photos are left out. */
function bounds(coordinates: Float32Array, axis: number): [number, number] {
  const count = coordinates.length / 2
  if (count === 0)
    return [0, 0]
  const sorted = Float32Array.from({ length: count }, (_, i) => coordinates[2 * i + axis]).sort()
  const trimmed = Math.floor(count * outside)
  // Photos that all but coincide, with a few far away, must not blow the few out of all proportion.
  return sorted[trimmed] < sorted[count - 1 - trimmed]
    ? [sorted[trimmed], sorted[count - 1 - trimmed]]
    : [sorted[0], sorted[count - 1]]
}
