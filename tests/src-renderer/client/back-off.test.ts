import { expect, it } from 'vitest'
import { backOff } from '../../../src-renderer/client/back-off'

it('waits longer each time, and never more than five seconds', () => {
  const waits = Array.from({ length: 12 }, (_, attempt) => backOff(attempt))
  expect(waits[0]).toBe(250)
  expect(waits.slice(1).every((wait, i) => wait >= waits[i])).toBe(true)
  expect(waits.at(-1)).toBe(5000)
})
