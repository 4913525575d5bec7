import { boundsOf } from './bounds-of'
import { distanceToSegment } from './distance-to-segment'

/** Whether a point lies inside a closed polygon x, y, x, y …, by the even-odd rule. */
export function pointInPolygon(x: number, y: number, polygon: ArrayLike<number>): boolean {
  let inside = false
  for (let at = 0, before = polygon.length - 2; at < polygon.length; before = at, at += 2) {
    if (passes(polygon[at], polygon[at + 1], polygon[before], polygon[before + 1], x, y))
      inside = !inside
  }
  return inside
}

/** How far a point is from the line of a closed polygon, on either side of it. */
export function distanceToEdge(x: number, y: number, polygon: ArrayLike<number>): number {
  let least = Infinity
  for (let at = 0, before = polygon.length - 2; at < polygon.length; before = at, at += 2)
    least = Math.min(least, distanceToSegment(x, y, polygon[before], polygon[before + 1], polygon[at], polygon[at + 1]))
  return least
}

/** Bands that a polygon is cut into: a line drawn by hand has some hundred edges. */
const bands = 64

/**
 * The rows of points x, y, x, y … that lie inside a closed polygon, rising; of the first `count`. Each is held against those
 * edges alone that pass its height.
 */
export function rowsInside(xy: Float32Array, count: number, polygon: ArrayLike<number>): Uint32Array {
  const bounds = boundsOf(polygon, polygon.length / 2)
  if (!bounds)
    return new Uint32Array()
  const { left, right, top, bottom } = bounds
  const bandOf = (y: number): number => Math.min(bands - 1, Math.floor(bands * (y - top) / (bottom - top || 1)))
  /** The ends of each band's edges, x, y, x, y. */
  const edges = Array.from({ length: bands }, (): number[] => [])
  for (let at = 0, before = polygon.length - 2; at < polygon.length; before = at, at += 2) {
    const [here, there] = [bandOf(polygon[at + 1]), bandOf(polygon[before + 1])]
    for (let band = Math.min(here, there); band <= Math.max(here, there); band++)
      edges[band].push(polygon[at], polygon[at + 1], polygon[before], polygon[before + 1])
  }
  const rows = new Uint32Array(count)
  let found = 0
  for (let row = 0; row < count; row++) {
    const x = xy[2 * row]
    const y = xy[2 * row + 1]
    if (!(x >= left && x <= right && y >= top && y <= bottom))
      continue
    const near = edges[bandOf(y)]
    let inside = false
    for (let at = 0; at < near.length; at += 4) {
      if (passes(near[at], near[at + 1], near[at + 2], near[at + 3], x, y))
        inside = !inside
    }
    if (inside)
      rows[found++] = row
  }
  return rows.slice(0, found)
}

/** Whether the edge between two points passes the height of a third one to the right of it. */
function passes(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  return (ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
}
