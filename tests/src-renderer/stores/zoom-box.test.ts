import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fittedShare, movedBy, noZoom, zoomedAt } from '../../../src-renderer/stores/zoom-box'

const share = fc.double({ min: -0.5, max: 0.5, noNaN: true })
const factor = fc.double({ min: 0.2, max: 5, noNaN: true })

it('keeps the picture over the whole frame, whatever is done', () => {
  fc.assert(fc.property(fc.array(fc.tuple(factor, share, share)), (steps) => {
    let box = noZoom
    for (const [by, x, y] of steps) {
      box = movedBy(zoomedAt(box, by, x, y), x, y)
      expect(box.scale).toBeGreaterThanOrEqual(1)
      expect(Math.abs(box.x)).toBeLessThanOrEqual((box.scale - 1) / 2 + 1e-9)
      expect(Math.abs(box.y)).toBeLessThanOrEqual((box.scale - 1) / 2 + 1e-9)
    }
  }))
})

it('zooms in about a point that stays where it is', () => {
  fc.assert(fc.property(share, share, fc.double({ min: 1, max: 4, noNaN: true }), (x, y, by) => {
    const before = zoomedAt(noZoom, 2, 0.1, -0.1)
    const after = zoomedAt(before, by, x, y)
    expect((x - after.x) / after.scale).toBeCloseTo((x - before.x) / before.scale)
    expect((y - after.y) / after.scale).toBeCloseTo((y - before.y) / before.scale)
  }))
})

it('knows how large a picture is in its frame, once both have a size', () => {
  expect(fittedShare({ width: 500, height: 250 }, { width: 1000, height: 1000 }, 1)).toBe(2)
  expect(fittedShare({ width: 4000, height: 3000 }, { width: 1000, height: 600 }, 1.5)).toBeCloseTo(0.3)
  expect(fittedShare({ width: 0, height: 0 }, { width: 1000, height: 600 }, 1)).toBeNull()
  expect(fittedShare({ width: 500, height: 250 }, { width: 0, height: 0 }, 1)).toBeNull()
})
