import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outline } from '#main/cluster/outline'
import { groupsAt } from '#tests/src-main/cluster/maps'

function contains(polygon: Float32Array, x: number, y: number): boolean {
  let inside = false
  for (let at = 0, before = polygon.length - 2; at < polygon.length; before = at, at += 2) {
    const [ax, ay, bx, by] = [
      polygon[at],
      polygon[at + 1],
      polygon[before],
      polygon[before + 1],
    ]
    if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax)
      inside = !inside
  }
  return inside
}

const all = (map: Float32Array) => Array.from({ length: map.length / 2 }, (_, i) => i)

describe('outline', () => {
  it('goes around nearly all photos, with few points', () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 1, max: 300 }), fc.constantFrom(0, 0.02, 0.5), (seed, count, spread) => {
      const map = groupsAt([
        [0.3, -0.2],
        [0.5, 0.1],
      ], count, spread, seed)
      const { polygon, x, y } = outline(map, all(map))
      expect(polygon.length).toBeLessThanOrEqual(128)
      expect(polygon.length).toBeGreaterThanOrEqual(24)
      expect(polygon.every(Number.isFinite)).toBe(true)
      const inside = all(map).filter(i => contains(polygon, map[2 * i], map[2 * i + 1]))
      expect(inside.length).toBeGreaterThanOrEqual(Math.floor(count * 0.94))
      expect(contains(polygon, x, y)).toBe(true)
    }), { numRuns: 80 })
  })

  it('is a circle around one photo, and around photos at one place', () => {
    for (const map of [
      Float32Array.of(2, 3),
      Float32Array.of(2, 3, 2, 3, 2, 3),
    ]) {
      const { polygon, x, y } = outline(map, all(map), { padding: 0.1 })
      expect([x, y]).toEqual([2, 3])
      for (let at = 0; at < polygon.length; at += 2) {
        expect(Math.hypot(polygon[at] - 2, polygon[at + 1] - 3)).toBeGreaterThan(0.07)
        expect(Math.hypot(polygon[at] - 2, polygon[at + 1] - 3)).toBeLessThan(0.12)
      }
    }
  })

  it('goes around two photos and photos in a line', () => {
    for (const map of [
      Float32Array.of(0, 0, 1, 0),
      Float32Array.of(0, 0, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3),
    ]) {
      const { polygon } = outline(map, all(map))
      all(map).forEach(i => expect(contains(polygon, map[2 * i], map[2 * i + 1])).toBe(true))
    }
  })

  it('fills a notch too narrow to be drawn, and no bay that photos leave free', () => {
    /** Two lines of photos, joined at one end. */
    const rows = (gap: number): Float32Array => Float32Array.of(0, gap / 2, ...Array.from({ length: 20 }, (_, i) => [i / 20, 0, i / 20, gap]).flat())
    expect(contains(outline(rows(0.16), all(rows(0.16))).polygon, 0.7, 0.08)).toBe(true)
    expect(contains(outline(rows(0.5), all(rows(0.5))).polygon, 0.7, 0.25)).toBe(false)
  })

  it('leaves a hollow out and a stray outside', () => {
    const bow = Float32Array.from({ length: 200 }, (_, at) => at % 2 === 0
      ? Math.cos(Math.PI * at / 200)
      : Math.sin(Math.PI * (at - 1) / 200))
    expect(contains(outline(bow, all(bow)).polygon, 0, 0.3)).toBe(false)
    const strayed = Float32Array.of(...groupsAt([
      [0, 0],
    ], 60, 0.05), 3, 3)
    expect(contains(outline(strayed, all(strayed)).polygon, 3, 3)).toBe(false)
  })

  it('looks only at the members, of which there must be some', () => {
    const map = Float32Array.of(0, 0, 5, 5, 0.1, 0)
    expect(Math.max(...outline(map, [0, 2]).polygon)).toBeLessThan(1)
    expect(() => outline(map, [])).toThrow(RangeError)
  })
})
