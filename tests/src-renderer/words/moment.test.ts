import { expect, it } from 'vitest'
import { daysAgo } from '../../../src-renderer/words/moment'

it('names the days just past', () => {
  const now = new Date(2024, 4, 10, 9).getTime()
  expect(daysAgo(new Date(2024, 4, 10, 1).getTime(), now)).toBe('today')
  expect(daysAgo(new Date(2024, 4, 9, 23).getTime(), now)).toBe('yesterday')
  expect(daysAgo(new Date(2024, 4, 3).getTime(), now)).toBe('7 days ago')
})
