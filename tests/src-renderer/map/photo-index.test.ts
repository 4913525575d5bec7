import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PhotoIndex } from '../../../src-renderer/map/photo-index'
import { pointInPolygon } from '../../../src-renderer/map/point-in-polygon'

const coordinate = fc.float({ min: -1, max: 1, noNaN: true })
const places = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 200 })

describe('photo index', () => {
  it('finds in a polygon just what a look at every photo finds', () => {
    const polygon = [-0.8, -0.6, 0.9, -0.2, 0.1, 0.1, 0.7, 0.8, -0.5, 0.6]
    fc.assert(fc.property(places, (points) => {
      const xy = Float32Array.from(points.flat())
      const found = new PhotoIndex(xy, points.length).inPolygon(polygon)
      const expected = points.flatMap((_, row) => pointInPolygon(xy[2 * row], xy[2 * row + 1], polygon)
        ? [row]
        : [])
      expect([...found]).toEqual(expected)
    }))
  })

  it('finds the nearest', () => {
    fc.assert(fc.property(places, coordinate, coordinate, (points, x, y) => {
      const xy = Float32Array.from(points.flat())
      const row = new PhotoIndex(xy, points.length).nearest(x, y)!
      const distance = (at: number): number => Math.hypot(xy[2 * at] - x, xy[2 * at + 1] - y)
      expect(distance(row)).toBeCloseTo(Math.min(...points.map((_, at) => distance(at))), 12)
    }))
  })

  it('measures the spacing of an even grid', () => {
    const xy = new Float32Array(2 * 900)
    for (let row = 0; row < 900; row++)
      xy.set([(row % 30) / 10, Math.floor(row / 30) / 10], 2 * row)
    expect(new PhotoIndex(xy, 900).spacing()).toBeCloseTo(0.1 * Math.sqrt(Math.PI) / 2, 2)
  })

  it('copes with none, with one, and with all in one place', () => {
    expect(new PhotoIndex(new Float32Array(), 0).spacing()).toBe(0)
    expect(new PhotoIndex(new Float32Array(), 0).inBounds({ left: -9, right: 9, top: -9, bottom: 9 })).toEqual([])
    expect(new PhotoIndex(Float32Array.of(1, 1), 1).spacing()).toBe(0)
    expect(new PhotoIndex(new Float32Array(60).fill(0.5), 30).spacing()).toBe(0)
  })
})
