import { boundsOf } from './bounds-of'

/** Whether a point lies inside a closed polygon x, y, x, y …, by the even-odd rule. */
export function pointInPolygon(x: number, y: number, polygon: ArrayLike<number>): boolean {
  let inside = false
  for (let at = 0; at < polygon.length; at += 2) {
    if (passes(polygon, at, x, y))
      inside = !inside
  }
  return inside
}

/** Bands that a polygon is cut into: a line drawn by hand has some hundred edges. */
const bands = 64

/** The same for many points of one polygon: each is held against those edges alone that pass its height. */
export function insideOf(polygon: ArrayLike<number>): (x: number, y: number) => boolean {
  const bounds = boundsOf(polygon, polygon.length / 2)
  if (!bounds)
    return () => false
  const { top, bottom } = bounds
  const bandOf = (y: number): number => Math.min(bands - 1, Math.floor(bands * (y - top) / (bottom - top || 1)))
  const edges = Array.from({ length: bands }, (): number[] => [])
  for (let at = 0; at < polygon.length; at += 2) {
    const [here, before] = [bandOf(polygon[at + 1]), bandOf(polygon[cornerBefore(polygon, at) + 1])]
    for (let band = Math.min(here, before); band <= Math.max(here, before); band++)
      edges[band].push(at)
  }
  return (x, y) => {
    let inside = false
    for (const at of edges[bandOf(y)] ?? []) {
      if (passes(polygon, at, x, y))
        inside = !inside
    }
    return inside
  }
}

function cornerBefore(polygon: ArrayLike<number>, at: number): number {
  return (at || polygon.length) - 2
}

/** Whether the edge that ends in a corner passes the height of a point to the right of it. */
function passes(polygon: ArrayLike<number>, at: number, x: number, y: number): boolean {
  const before = cornerBefore(polygon, at)
  const ay = polygon[at + 1]
  const by = polygon[before + 1]
  return (ay > y) !== (by > y) && x < (polygon[before] - polygon[at]) * (y - ay) / (by - ay) + polygon[at]
}
