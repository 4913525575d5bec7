import type { NameWish } from '../../../src-renderer/map/place-names'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeNames } from '../../../src-renderer/map/place-names'

const viewport = { width: 800, height: 600 }

function wish(x: number, y: number, weight: number, more: Partial<NameWish> = {}): NameWish {
  return { x, y, width: 80, height: 20, left: x - 60, right: x + 60, top: y, bottom: y + 120, weight, shown: false, ...more }
}

describe('names', () => {
  it('leaves out the lighter of two that collide', () => {
    expect(placeNames([wish(100, 100, 5), wish(120, 105, 9), wish(400, 300, 1)], viewport)).toEqual([null, { x: 120, y: 105 }, { x: 400, y: 300 }])
  })

  it('keeps one that was shown against one that is only a little heavier', () => {
    const places = placeNames([wish(100, 100, 10, { shown: true }), wish(110, 100, 11)], viewport)
    expect(places[0]).not.toBeNull()
    expect(places[1]).toBeNull()
    expect(placeNames([wish(100, 100, 10, { shown: true }), wish(110, 100, 20)], viewport)[0]).toBeNull()
  })

  it('leaves out clusters out of sight, and draws to the edge those that are half in it', () => {
    expect(placeNames([wish(-200, 100, 1)], viewport)).toEqual([null])
    expect(placeNames([wish(-20, 100, 1)], viewport)).toEqual([{ x: 40, y: 100 }])
    const tall = wish(300, -400, 1, { bottom: 700 })
    expect(placeNames([tall], viewport)).toEqual([{ x: 300, y: 18 }])
  })

  it('never lets two names overlap', () => {
    const one = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }), weight: fc.integer({ min: 1, max: 99 }), shown: fc.boolean() })
    fc.assert(fc.property(fc.array(one, { maxLength: 40 }), (names) => {
      const placed = placeNames(names.map(({ x, y, weight, shown }) => wish(x, y, weight, { shown })), viewport).filter(place => place !== null)
      for (const [at, a] of placed.entries()) {
        for (const b of placed.slice(at + 1))
          expect(Math.abs(a.x - b.x) >= 80 || Math.abs(a.y - b.y) >= 20).toBe(true)
      }
      expect(placed.length > 0).toBe(names.length > 0)
    }))
  })
})
