import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random } from '#main/matrix/random'
import { alignProjection } from '#main/project/align-projection'

function cloud(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: 2 * count }, random(seed).normal)
}

function moved(map: Float32Array, angle: number, mirror: boolean, x: number, y: number): Float32Array {
  return map.map((_, at) => {
    const u = map[at - at % 2] * (mirror
      ? -1
      : 1)
    const v = map[at - at % 2 + 1]
    return at % 2 === 0
      ? x + Math.cos(angle) * u - Math.sin(angle) * v
      : y + Math.sin(angle) * u + Math.cos(angle) * v
  })
}

function distance(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + (Number.isNaN(b[at])
    ? 0
    : (value - b[at]) ** 2), 0)
}

describe('alignProjection', () => {
  it('undoes every turn, mirroring and shift', () => {
    fc.assert(fc.property(fc.integer(), fc.double({ min: -4, max: 4, noNaN: true }), fc.boolean(), fc.double({ min: -3, max: 3, noNaN: true }), (seed, angle, mirror, shift) => {
      const old = cloud(12, seed)
      const aligned = alignProjection(moved(old, angle, mirror, shift, -shift), old)
      aligned.forEach((value, at) => expect(value).toBeCloseTo(old[at], 4))
    }))
  })

  it('is no farther than any other turn, and keeps distances', () => {
    const old = cloud(20, 1)
    const map = cloud(20, 2)
    old.set([Number.NaN, Number.NaN], 6)
    const aligned = alignProjection(map, old)
    for (let turn = 0; turn < 60; turn++)
      expect(distance(aligned, old)).toBeLessThanOrEqual(distance(alignProjection(moved(map, turn / 9, turn % 2 === 0, 1, 2), old), old) + 1e-3)
    expect(Math.hypot(aligned[0] - aligned[6], aligned[1] - aligned[7])).toBeCloseTo(Math.hypot(map[0] - map[6], map[1] - map[7]), 5)
  })

  it('leaves a map alone that shares no photo, and shifts one that shares one', () => {
    const map = cloud(3, 1)
    expect(alignProjection(map, new Float32Array(6).fill(Number.NaN))).toEqual(map)
    const one = alignProjection(map, Float32Array.of(5, 5, Number.NaN, Number.NaN, Number.NaN, Number.NaN))
    expect([
      ...one.subarray(0, 2),
    ]).toEqual([5, 5])
    expect(one.every(Number.isFinite)).toBe(true)
  })
})
