import { expect, it } from 'vitest'
import { confusionOf } from '../../../src-renderer/components/confusion'

it('sorts photos by their label and by that of their nearest neighbour', () => {
  const found = confusionOf([10, 11, 12, 13, 14], [1, 1, 2, 2, 3], [1, 2, 2, 0, 2])
  expect(found.photosOf(1, 2)).toEqual([11])
  expect(found.photosOf(2, 2)).toEqual([12])
  expect(found.photosOf(2, 1)).toEqual([])
  // A photo alone in its space is not taken for another.
  expect(found.mistaken).toBe(2)
  expect(found.labels).toEqual([2, 1, 3])
})
