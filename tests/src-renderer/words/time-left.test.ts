import { expect, it } from 'vitest'
import { timeLeft } from '../../../src-renderer/words/time-left'

it('rounds the time left to what a person can use', () => {
  expect([3, 42, 60, 3400, 3600, 5000].map(timeLeft)).toEqual([
    'a few seconds left',
    '45 s left',
    '1 min left',
    '57 min left',
    '1 h left',
    '1 h 23 min left',
  ])
})
