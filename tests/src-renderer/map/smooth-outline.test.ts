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
  const smooth = smoothOutline([0, 0, 2, 0.1, 3, 1, 1, 3, 0.2, 1])
  const thin = withoutStraights(smooth, 1 / 1000)
  expect(thin.length).toBeLessThan(smooth.length / 2)
  for (let at = 0; at < smooth.length; at += 2) {
    let nearest = Infinity
    for (let side = 0; side < thin.length; side += 2) {
      const [ax, ay, bx, by] = [0, 1, 2, 3].map(number => thin[(side + number) % thin.length])
      const along = Math.min(1, Math.max(0, ((smooth[at] - ax) * (bx - ax) + (smooth[at + 1] - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
      nearest = Math.min(nearest, Math.hypot(smooth[at] - ax - along * (bx - ax), smooth[at + 1] - ay - along * (by - ay)))
    }
    expect(nearest).toBeLessThan(3 / 1000 + 1e-6)
  }
  expect([...withoutStraights(Float32Array.from(square))]).toEqual([1, 0, 1, 1, 0, 1, 0, 0])
})

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
