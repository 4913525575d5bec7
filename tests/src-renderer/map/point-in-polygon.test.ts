import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distanceToEdge, pointInPolygon, rowsInside } from '../../../src-renderer/map/point-in-polygon'

const square = [0, 0, 2, 0, 2, 2, 0, 2]
/** A C, open to the right. */
const bay = [0, 0, 3, 0, 3, 1, 1, 1, 1, 2, 3, 2, 3, 3, 0, 3]

it('tells inside from outside', () => {
  expect(pointInPolygon(1, 1, square)).toBe(true)
  expect(pointInPolygon(3, 1, square)).toBe(false)
  expect(pointInPolygon(2, 1.5, bay)).toBe(false)
  expect(pointInPolygon(0.5, 1.5, bay)).toBe(true)
})

it('agrees with the angles that a regular polygon\'s corners are seen under', () => {
  const corners = Array.from({ length: 7 }, (_, at) => [Math.cos(at * 2 * Math.PI / 7), Math.sin(at * 2 * Math.PI / 7)])
  const coordinate = fc.double({ min: -1.5, max: 1.5, noNaN: true })
  fc.assert(fc.property(coordinate, coordinate, (x, y) => {
    let turn = 0
    for (let at = 0; at < 7; at++) {
      const [ax, ay] = corners[at]
      const [bx, by] = corners[(at + 1) % 7]
      turn += Math.atan2((ax - x) * (by - y) - (bx - x) * (ay - y), (ax - x) * (bx - x) + (ay - y) * (by - y))
    }
    expect(pointInPolygon(x, y, corners.flat())).toBe(Math.abs(turn) > Math.PI)
  }))
})

it('tells how far a point is from the line, inside and out', () => {
  expect(distanceToEdge(1, 1.5, square)).toBe(0.5)
  expect(distanceToEdge(5, 6, square)).toBe(5)
  expect(distanceToEdge(2, 1, square)).toBe(0)
  expect(distanceToEdge(0, 0, [])).toBe(Infinity)
})

it('has nothing inside no polygon', () => {
  expect(pointInPolygon(0, 0, [])).toBe(false)
})

it('says the same of many points of one polygon, whatever it looks like and wherever they lie', () => {
  // Few values, so that points often lie at the height of a corner, and edges upon each other.
  // And none so small that which way round an edge is gone along decides how it is rounded.
  const coordinate = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2500, max: 2500 }).map(value => value / 1024))
  const point = fc.tuple(coordinate, coordinate)
  fc.assert(fc.property(fc.array(point, { maxLength: 40 }), fc.array(point), (corners, points) => {
    const polygon = corners.flat()
    const inside = points.flatMap(([x, y], row) => pointInPolygon(x, y, polygon) ? [row] : [])
    expect([...rowsInside(Float32Array.from(points.flat()), points.length, polygon)]).toEqual(inside)
  }))
})
