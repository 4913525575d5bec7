import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classBalanced } from '#main/learn/samplers/class-balanced'
import { random } from '#main/matrix/random'

describe('classBalanced', () => {
  it('takes every row once where all fit', () => {
    expect([...classBalanced.batch([0, 1, 0], classBalanced.batchSize([0, 1, 0], 256), random(1))]).toEqual([0, 1, 2])
    expect([...classBalanced.batch([0, 1, 0], 32, random(1))]).toEqual([0, 1, 2])
  })

  it('fills any batch with different rows', () => {
    fc.assert(fc.property(fc.array(fc.nat(6), { minLength: 2, maxLength: 80 }), fc.integer({ min: 2, max: 60 }), fc.nat(99), (classes, most, seed) => {
      const size = classBalanced.batchSize(classes, most)
      const batch = classBalanced.batch(classes, size, random(seed))
      expect(batch).toHaveLength(size)
      expect(new Set(batch).size).toBe(size)
    }))
  })

  it('gives small classes their share of a large set', () => {
    const classes = Array.from({ length: 520 }, (_, i) => i < 500 ? 0 : 1 + i % 3)
    const counts = [0, 0, 0, 0]
    classBalanced.batch(classes, 32, random(2)).forEach(row => counts[classes[row]]++)
    expect(counts[0]).toBeLessThanOrEqual(14)
    expect(Math.min(...counts.slice(1))).toBeGreaterThanOrEqual(4)
  })

  it('lets two classes meet in the smallest batch, as where memory is short', () => {
    const classes = Array.from({ length: 90 }, (_, i) => i % 3)
    for (const size of [2, 4, 8, 12, 15, 16]) {
      const counts = [0, 0, 0]
      classBalanced.batch(classes, size, random(3)).forEach(row => counts[classes[row]]++)
      expect(counts.filter(count => count >= size >> 1 || count >= 8)).toHaveLength(2)
    }
  })
})
