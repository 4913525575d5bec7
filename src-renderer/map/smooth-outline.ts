import { distanceToSegment } from './distance-to-segment'

/** Points that a smooth outline has at least: enough to look round when it fills the canvas. */
const enough = 256

/**
 * Rounds the corners of a closed polygon x, y, x, y … by cutting them (Chaikin 1974), at least twice. What remains
 * lies within the polygon's convex hull.
 */
export function smoothOutline(polygon: ArrayLike<number>): Float32Array {
  let points = Float32Array.from(polygon)
  for (let round = 0; points.length > 0 && (round < 2 || points.length / 2 < enough); round++) {
    const cut = new Float32Array(2 * points.length)
    for (let at = 0; at < points.length; at += 2) {
      const next = (at + 2) % points.length
      for (let axis = 0; axis < 2; axis++) {
        cut[2 * at + axis] = 0.75 * points[at + axis] + 0.25 * points[next + axis]
        cut[2 * at + 2 + axis] = 0.25 * points[at + axis] + 0.75 * points[next + axis]
      }
    }
    points = cut
  }
  return points
}

/**
 * A closed polygon without the points that lie no farther than `miss` from the line between those that are kept: a
 * smooth outline has most of its points where it is nearly straight. Three points at least stay.
 */
export function withoutStraights(polygon: Float32Array, miss: number): Float32Array {
  const count = polygon.length / 2
  const third = Math.ceil(count / 3)
  const kept: number[] = []
  let last = 0
  for (let at = 1; at <= count; at++) {
    const next = (at + 1) % count
    let straight = at < count && at - last < third
    for (let between = last + 1; straight && between <= at; between++)
      straight = distanceToSide(polygon, between, last, next) <= miss
    if (!straight) {
      kept.push(polygon[2 * (at % count)], polygon[2 * (at % count) + 1])
      last = at
    }
  }
  return Float32Array.from(kept)
}

/** How far a point of a polygon lies from the line between two others. */
function distanceToSide(polygon: Float32Array, point: number, from: number, to: number): number {
  return distanceToSegment(polygon[2 * point], polygon[2 * point + 1], polygon[2 * from], polygon[2 * from + 1], polygon[2 * to], polygon[2 * to + 1])
}

/** Without points that lie on the one before them, which have no direction. */
export function withoutRepeats(polygon: ArrayLike<number>): Float32Array {
  const kept: number[] = []
  for (let at = 0; at < polygon.length; at += 2) {
    const before = kept.length > 0
      ? kept.slice(-2)
      : [polygon[polygon.length - 2], polygon[polygon.length - 1]]
    if (polygon[at] !== before[0] || polygon[at + 1] !== before[1])
      kept.push(polygon[at], polygon[at + 1])
  }
  return Float32Array.from(kept)
}

/**
 * The outward direction at each point of a closed polygon, whichever way round it goes: x, y, x, y …, as long as it
 * takes to keep the sides' distance around a corner, up to 1.6.
 */
export function outwardNormals(polygon: Float32Array): Float32Array {
  const normals = new Float32Array(polygon.length)
  const turn = signedArea(polygon) >= 0
    ? 1
    : -1
  const length = polygon.length
  for (let at = 0; at < length; at += 2) {
    const [ax, ay] = sideNormal(polygon, (at - 2 + length) % length, at)
    const [bx, by] = sideNormal(polygon, at, (at + 2) % length)
    const x = ax + bx
    const y = ay + by
    const square = x * x + y * y
    // |a + b|² / 2 is how far the middle direction reaches along either side's normal.
    const stretch = square > 1e-6
      ? Math.min(2 / square, 1.6 / Math.sqrt(square))
      : 0
    normals[at] = turn * x * stretch
    normals[at + 1] = turn * y * stretch
  }
  return normals
}

function sideNormal(polygon: Float32Array, from: number, to: number): [number, number] {
  const dx = polygon[to] - polygon[from]
  const dy = polygon[to + 1] - polygon[from + 1]
  const length = Math.hypot(dx, dy) || 1
  return [dy / length, -dx / length]
}

function signedArea(polygon: Float32Array): number {
  let sum = 0
  for (let at = 0, before = polygon.length - 2; at < polygon.length; before = at, at += 2)
    sum += polygon[before] * polygon[at + 1] - polygon[at] * polygon[before + 1]
  return sum
}
