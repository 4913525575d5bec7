import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pointInPolygon } from '../../../src-renderer/map/point-in-polygon'
import { outwardNormals, smoothOutline, withoutRepeats, withoutStraights } from '../../../src-renderer/map/smooth-outline'

const square = [0, 0, 1, 0, 1, 1, 0, 1]

it('rounds corners and keeps the middle', () => {
  const smooth = smoothOutline(square)
  expect(smooth.length / 2).toBeGreaterThanOrEqual(256)
  expect(pointInPolygon(0.5, 0.5, smooth)).toBe(true)
  expect(pointInPolygon(0.02, 0.02, smooth)).toBe(false)
  let mean = 0
  for (let at = 0; at < smooth.length; at += 2)
    mean += smooth[at] / (smooth.length / 2)
  expect(mean).toBeCloseTo(0.5, 5)
})

it('does not touch no polygon', () => {
  expect(smoothOutline([])).toHaveLength(0)
})

it('drops repeated points, the last one on the first included', () => {
  expect([...withoutRepeats([0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 0, 0])]).toEqual([1, 0, 1, 1, 0, 0])
})

it('leaves out points where an outline is nearly straight, and stays where it was', () => {
  // The second one has a spike thinner than what may be missed.
  for (const [polygon, miss] of [[[0, 0, 2, 0.1, 3, 1, 1, 3, 0.2, 1], 1 / 300], [[0, 0, 1, 0, 1, 0.9, 9, 1, 1, 1.1, 1, 2, 0, 2], 0.1]] as const) {
    const smooth = smoothOutline(polygon)
    const thin = withoutStraights(smooth, miss)
    expect(thin.length).toBeLessThan(smooth.length / 2)
    for (let at = 0; at < smooth.length; at += 2)
      expect(distanceTo(thin, smooth[at], smooth[at + 1])).toBeLessThan(miss + 1e-6)
  }
  expect([...withoutStraights(Float32Array.from(square), 1 / 1000)]).toEqual([1, 0, 1, 1, 0, 1, 0, 0])
})

it('keeps three points of an outline smaller than what may be missed', () => {
  const thin = withoutStraights(smoothOutline(square), 100)
  expect(thin).toHaveLength(6)
  expect(new Set(thin).size).toBeGreaterThan(2)
})

/** From a point to the nearest side of a polygon. */
function distanceTo(polygon: Float32Array, x: number, y: number): number {
  let nearest = Infinity
  for (let side = 0; side < polygon.length; side += 2) {
    const [ax, ay, bx, by] = [0, 1, 2, 3].map(number => polygon[(side + number) % polygon.length])
    const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
    nearest = Math.min(nearest, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)))
  }
  return nearest
}

it('points outward whichever way round the polygon goes', () => {
  fc.assert(fc.property(fc.integer({ min: 5, max: 40 }), fc.boolean(), (corners, clockwise) => {
    const polygon = new Float32Array(2 * corners)
    for (let at = 0; at < corners; at++) {
      const angle = (clockwise ? -1 : 1) * 2 * Math.PI * at / corners
      polygon.set([3 + Math.cos(angle), -2 + Math.sin(angle)], 2 * at)
    }
    const normals = outwardNormals(polygon)
    for (let at = 0; at < polygon.length; at += 2) {
      expect(normals[at] * (polygon[at] - 3) + normals[at + 1] * (polygon[at + 1] + 2)).toBeGreaterThan(0)
      const length = Math.hypot(normals[at], normals[at + 1])
      expect(length).toBeGreaterThan(0.99)
      expect(length).toBeLessThan(1.61)
    }
  }))
})
