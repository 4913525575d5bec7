import { expect, it } from 'vitest'
import { largestIn } from '#main/matrix/largest-in'

it('finds the largest of more values than a call can be given', () => {
  const values = Int32Array.from({ length: 400_000 }, (_, i) => -i - 3)
  expect(() => Math.max(...values)).toThrow(RangeError)
  expect(largestIn(values)).toBe(-3)
  expect(largestIn([])).toBe(-Infinity)
})
