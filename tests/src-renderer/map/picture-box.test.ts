import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnAspect, halfBoxOf } from '../../../src-renderer/map/picture-box'

const aspect = fc.double({ min: 0.4, max: 2.5, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })

it('goes from a square to the picture\'s own shape with the same area', () => {
  fc.assert(fc.property(aspect, share, (shape, t) => {
    const half = halfBoxOf(100, shape, t, true)
    expect(half.x * half.y).toBeCloseTo(2500, 6)
  }))
  const whole = halfBoxOf(100, 1.5, 1, true)
  expect(whole.x / whole.y).toBeCloseTo(1.5)
  expect(halfBoxOf(100, 1.5, 0, true)).toEqual({ x: 50, y: 50 })
})

it('shows the middle square of a picture that has no large thumbnail, at the same scale', () => {
  fc.assert(fc.property(aspect, share, (shape, t) => {
    const large = halfBoxOf(100, shape, t, true)
    const small = halfBoxOf(100, shape, t, false)
    expect(small.x).toBe(Math.min(large.x, large.y))
    expect(small.y).toBe(small.x)
  }))
})

it('crops panoramas, and takes an unknown shape for a square', () => {
  expect(drawnAspect(9)).toBe(2.5)
  expect(drawnAspect(0.01)).toBe(0.4)
  expect(drawnAspect(0)).toBe(1)
  expect(drawnAspect(Number.NaN)).toBe(1)
})
