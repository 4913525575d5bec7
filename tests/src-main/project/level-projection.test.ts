import { expect, it } from 'vitest'
import { levelProjection } from '#main/project/level-projection'

function spread(map: Float32Array, axis: number): number {
  const values = Array.from({ length: map.length / 2 }, (_, i) => map[2 * i + axis])
  return Math.max(...values) - Math.min(...values)
}

it('lays a tall map down without bending it', () => {
  const tall = Float32Array.from([0, 0, 0.1, 3, -0.2, 6, 0.3, 9])
  const level = levelProjection(tall)
  expect(spread(level, 0)).toBeGreaterThan(5 * spread(level, 1))
  for (let i = 0; i < 3; i++) {
    const before = Math.hypot(tall[2 * i] - tall[2 * i + 2], tall[2 * i + 1] - tall[2 * i + 3])
    expect(Math.hypot(level[2 * i] - level[2 * i + 2], level[2 * i + 1] - level[2 * i + 3])).toBeCloseTo(before, 5)
  }
})

it('leaves a level map, a single point and no point as they are', () => {
  expect(Array.from(levelProjection(Float32Array.of(-2, 0, 2, 0)))).toEqual([-2, 0, 2, 0])
  expect(Array.from(levelProjection(Float32Array.of(1, 2)))).toEqual([1, 2])
  expect(levelProjection(new Float32Array(0)).length).toBe(0)
})
