import fc from 'fast-check'
import { expect, it } from 'vitest'
import { easeInOut, easeOut, Glide } from '../../../src-renderer/map/glide'

it.each([['in and out', easeInOut], ['out', easeOut]])('eases %s from 0 to 1 without turning back', (_, ease) => {
  expect(ease(0)).toBe(0)
  expect(ease(1)).toBe(1)
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
    expect(Math.sign(ease(a) - ease(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0)
  }))
})

it('holds still before its start and after its end', () => {
  const glide = new Glide(1000, 200, easeOut)
  expect(glide.at(900)).toBe(0)
  expect(glide.isOver(1199)).toBe(false)
  expect(glide.at(1300)).toBe(1)
  expect(glide.isOver(1200)).toBe(true)
})

it('is over at once where it takes no time', () => {
  expect(new Glide(1000, 0, easeOut).at(1000)).toBe(1)
})
