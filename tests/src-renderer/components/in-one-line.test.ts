import { expect, it } from 'vitest'
import { inOneLine } from '../../../src-renderer/components/in-one-line'

it('fills a line, and leaves the last place to the number of those that have none', () => {
  expect(inOneLine(56 * 3 + 4 * 2, 3)).toBe(3)
  expect(inOneLine(56 * 3 + 4 * 2, 4)).toBe(2)
  expect(inOneLine(56 * 3 + 4 * 2 - 1, 3)).toBe(1)
  expect(inOneLine(1054, 16)).toBe(16)
  expect(inOneLine(0, 16)).toBe(1)
})
