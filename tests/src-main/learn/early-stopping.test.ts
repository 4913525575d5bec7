import { expect, it } from 'vitest'
import { shouldStop } from '#main/learn/early-stopping'

it('stops where the last rounds brought nothing over the best before', () => {
  expect(shouldStop([], 2)).toBe(false)
  expect(shouldStop([1], 2)).toBe(false)
  expect(shouldStop([3, 1], 2)).toBe(false)
  expect(shouldStop([3, 1, 2], 2)).toBe(true)
  expect(shouldStop([3, 1, 4], 2)).toBe(false)
  expect(shouldStop([1, 3, 3, 3], 2)).toBe(true)
})

it('stops where they brought less than asked', () => {
  expect(shouldStop([0, 1, 1.05], 1, 0.1)).toBe(true)
  expect(shouldStop([0, 1, 1.2], 1, 0.1)).toBe(false)
})
