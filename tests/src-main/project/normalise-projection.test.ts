import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseProjection } from '#main/project/normalise-projection'

describe('normaliseProjection', () => {
  it('is finite, centred and within the square, whatever comes in', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.float({ min: -1000, max: 1000, noNaN: true }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY)), { maxLength: 60 }), (values) => {
      const map = normaliseProjection(Float32Array.from(values.slice(0, values.length & ~1)))
      for (const value of map) {
        expect(Number.isFinite(value)).toBe(true)
        expect(Math.abs(value)).toBeLessThan(1.001)
      }
    }))
  })

  it('keeps the shape and looks past a few strays', () => {
    const map = Float32Array.from({ length: 400 }, (_, at) => at % 2 === 0
      ? 5 + (at / 2) % 20
      : 3 * (at % 7))
    map.set([9000, -9000])
    const normal = normaliseProjection(map)
    expect(normal[0]).toBeGreaterThan(100)
    const scale = (map[40] - map[20]) / (normal[40] - normal[20])
    for (let at = 22; at < 400; at += 2)
      expect((map[at] - map[20]) / scale).toBeCloseTo(normal[at] - normal[20], 3)
    expect(Math.max(...normal.subarray(2))).toBeCloseTo(1, 4)
  })

  it('puts one photo, and photos at one place, in the middle', () => {
    expect([
      ...normaliseProjection(Float32Array.of(7, 8)),
    ]).toEqual([0, 0])
    expect([
      ...normaliseProjection(Float32Array.of(7, 8, 7, 8)),
    ]).toEqual([0, 0, 0, 0])
    expect([
      ...normaliseProjection(Float32Array.of(0, 0, 4, 2)),
    ]).toEqual([-1, -0.5, 1, 0.5])
    expect(normaliseProjection(new Float32Array(0))).toHaveLength(0)
  })
})
