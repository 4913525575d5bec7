import { describe, expect, it } from 'vitest'
import { random, shuffle } from '#main/matrix/random'

describe('random', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const stream = (seed: number) => Array.from({ length: 50 }, random(seed).uniform)
    expect(stream(3)).toEqual(stream(3))
    expect(stream(3)).not.toEqual(stream(4))
    expect(stream(0)[0]).not.toBeCloseTo(stream(1)[0], 3)
  })

  it('is uniform, normal and within bounds', () => {
    const from = random(11)
    const count = 40_000
    const uniform = Array.from({ length: count }, from.uniform)
    expect(Math.min(...uniform.slice(0, 10_000))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...uniform.slice(0, 10_000))).toBeLessThan(1)
    expect(uniform.reduce((sum, x) => sum + x, 0) / count).toBeCloseTo(0.5, 2)
    const normal = Array.from({ length: count }, from.normal)
    const mean = normal.reduce((sum, x) => sum + x, 0) / count
    expect(mean).toBeCloseTo(0, 1)
    expect(normal.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count).toBeCloseTo(1, 1)
    const counts = Array.from<number>({ length: 6 }).fill(0)
    for (let i = 0; i < 6000; i++)
      counts[from.integer(6)]++
    expect(Math.min(...counts)).toBeGreaterThan(850)
  })

  it('shuffles without losing anything', () => {
    const items = Int32Array.from({ length: 100 }, (_, i) => i)
    const shuffled = shuffle(items.slice(), random(2))
    expect(shuffled).not.toEqual(items)
    expect(shuffled.slice().sort()).toEqual(items)
  })
})
