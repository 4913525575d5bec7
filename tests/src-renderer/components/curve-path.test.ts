import { expect, it } from 'vitest'
import { curvePath, rangeOf } from '../../../src-renderer/components/curve-path'

it('draws the first point at the left, the highest at the top', () => {
  const points = [
    { x: 0, y: 2 },
    { x: 50, y: 1 },
    { x: 100, y: 0 },
  ]
  expect(curvePath(points, 200, rangeOf(points), 100, 40)).toBe('M0 0L25 20L50 40')
})

it('puts a flat curve in the middle and an empty one nowhere', () => {
  const flat = [
    { x: 0, y: 3 },
    { x: 1, y: 3 },
  ]
  expect(curvePath(flat, 1, rangeOf(flat), 10, 10)).toBe('M0 5L10 5')
  expect(curvePath([], 1, rangeOf([]), 10, 10)).toBe('')
})
