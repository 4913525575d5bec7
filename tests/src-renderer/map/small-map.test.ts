import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxInSight, isAllInSight, mapPointAt, paintSmallMap, smallCamera } from '../../../src-renderer/map/small-map'

const box = { width: 40, height: 20 }
const bounds = { left: -2, right: 2, top: -1, bottom: 1 }
const small = smallCamera(bounds, box)

describe('the small map', () => {
  it('paints each photo where it is, labelled ones in their colour and above the others', () => {
    const pixels = new Uint32Array(box.width * box.height).fill(7)
    paintSmallMap(pixels, box, small, Float32Array.of(0, 0, 2, 0, 0, 0), Uint32Array.of(0xE0700F, 0, 0), 0x8B9099)
    const at = (x: number, y: number): number => pixels[y * box.width + x]
    expect([at(20, 10), at(21, 11)]).toEqual([0xFF0F70E0, 0xFF0F70E0])
    expect(at(20 + Math.round(2 * small.scale), 10)).toBe(0xFF99908B)
    expect(pixels.filter(pixel => pixel !== 0).length).toBe(8)
  })

  it('leaves out what lies beyond its box', () => {
    const pixels = new Uint32Array(box.width * box.height)
    paintSmallMap(pixels, box, small, Float32Array.of(99, 0, -99, 0, 0, 99, 0, -99), new Uint32Array(4), 1)
    expect(pixels.every(pixel => pixel === 0)).toBe(true)
  })

  it('marks what is in sight, cut at its box', () => {
    const near = boxInSight(small, box, { x: 0, y: 0, scale: 100 }, { width: 100, height: 100 })
    expect(near.right - near.left).toBeCloseTo(small.scale)
    expect((near.left + near.right) / 2).toBeCloseTo(20)
    expect(boxInSight(small, box, { x: 0, y: 0, scale: 1 }, { width: 1000, height: 1000 })).toEqual({ left: 0, right: 40, top: 0, bottom: 20 })
  })

  it('knows when all is in sight', () => {
    expect(isAllInSight(bounds, { x: 0, y: 0, scale: 100 }, { width: 400, height: 200 })).toBe(true)
    expect(isAllInSight(bounds, { x: 0.1, y: 0, scale: 100 }, { width: 400, height: 200 })).toBe(false)
  })

  it('leads to the map point one presses on', () => {
    fc.assert(fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), (x, y) => {
      const sight = boxInSight(small, box, { x, y, scale: 1e9 }, { width: 1, height: 1 })
      const back = mapPointAt(small, box, { x: sight.left, y: sight.top })
      expect(back.x).toBeCloseTo(x, 5)
      expect(back.y).toBeCloseTo(y, 5)
    }))
  })
})
