import { expect, it } from 'vitest'
import { clearlyBest } from '#main/learn/clearly-best'

function times(count: number, value: number): number[] {
  return Array.from<number>({ length: count }).fill(value)
}

it('stays with the first unless another is clearly better', () => {
  const first = [...times(10, 1), ...times(10, 0)]
  expect(clearlyBest([first, first], 0)).toBe(0)
  expect(clearlyBest([first, times(20, 1)], 1)).toBe(1)
  // Ten won: more than three errors of √10, less than four.
  expect(clearlyBest([first, times(20, 1)], 3)).toBe(1)
  expect(clearlyBest([first, times(20, 1)], 4)).toBe(0)
  // As many lost as won.
  expect(clearlyBest([first, [...times(10, 0), ...times(10, 1)]], 0)).toBe(0)
  expect(clearlyBest([first, [...times(11, 1), ...times(9, 0)], times(20, 1)], 0)).toBe(2)
})

it('counts only the photos it is told to, and none that were not measured', () => {
  expect(clearlyBest([[1, 0, 0], [0, 1, 1]], 0, photo => photo < 1)).toBe(0)
  expect(clearlyBest([[1, 0, 0], [0, 1, 1]], 0, photo => photo > 0)).toBe(1)
  expect(clearlyBest([[1, Number.NaN], [2, Number.NaN]], 0.5)).toBe(1)
})
