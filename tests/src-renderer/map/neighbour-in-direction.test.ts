import fc from 'fast-check'
import { expect, it } from 'vitest'
import { neighbourInDirection } from '../../../src-renderer/map/neighbour-in-direction'
import { PhotoIndex } from '../../../src-renderer/map/photo-index'

const directions = ['left', 'right', 'up', 'down'] as const
const steps = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }

it('walks a grid', () => {
  const xy = new Float32Array(2 * 25)
  for (let row = 0; row < 25; row++)
    xy.set([row % 5, Math.floor(row / 5)], 2 * row)
  const index = new PhotoIndex(xy, 25)
  expect(neighbourInDirection(index, xy, 12, 'left')).toBe(11)
  expect(neighbourInDirection(index, xy, 12, 'right')).toBe(13)
  expect(neighbourInDirection(index, xy, 12, 'up')).toBe(7)
  expect(neighbourInDirection(index, xy, 12, 'down')).toBe(17)
  expect(neighbourInDirection(index, xy, 4, 'right')).toBeNull()
})

it('takes the cheapest photo that lies that way, whatever the others', () => {
  const whole = fc.integer({ min: -50, max: 50 })
  fc.assert(fc.property(fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 60 }), fc.constantFrom(...directions), (points, direction) => {
    const xy = Float32Array.from(points.flat())
    const [sx, sy] = steps[direction]
    let least = Infinity
    for (const [x, y] of points) {
      const ahead = (x - points[0][0]) * sx + (y - points[0][1]) * sy
      const beside = Math.abs((x - points[0][0]) * sy) + Math.abs((y - points[0][1]) * sx)
      if (ahead > 0 && beside <= ahead)
        least = Math.min(least, ahead + 2 * beside)
    }
    const found = neighbourInDirection(new PhotoIndex(xy, points.length), xy, 0, direction)
    if (found === null) {
      expect(least).toBe(Infinity)
      return
    }
    const [x, y] = points[found]
    const ahead = (x - points[0][0]) * sx + (y - points[0][1]) * sy
    const beside = Math.abs((x - points[0][0]) * sy) + Math.abs((y - points[0][1]) * sx)
    expect(ahead + 2 * beside).toBe(least)
  }))
})

it('stays where there is nowhere to go', () => {
  const xy = new Float32Array(20)
  expect(neighbourInDirection(new PhotoIndex(xy, 10), xy, 3, 'up')).toBeNull()
})
