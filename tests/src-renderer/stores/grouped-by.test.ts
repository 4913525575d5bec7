import { expect, it } from 'vitest'
import { groupedBy } from '../../../src-renderer/stores/grouped-by'

it('groups items in their order', () => {
  expect([...groupedBy([5, 2, 8, 1, 4], item => item % 2)]).toEqual([[1, [5, 1]], [0, [2, 8, 4]]])
  expect(groupedBy([], String).size).toBe(0)
})
