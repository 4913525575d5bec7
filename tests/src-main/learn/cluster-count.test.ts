import { expect, it } from 'vitest'
import { clusterCount } from '#main/learn/cluster-count'

it('is the root of half the photos, within bounds, or what is asked for', () => {
  expect([8, 364, 2000, 100_000].map(photos => clusterCount(photos))).toEqual([2, 13, 32, 64])
  expect(clusterCount(364, 20)).toBe(20)
  for (const [photos, asked] of [[5, undefined], [59, 20]])
    expect(() => clusterCount(photos!, asked)).toThrow(expect.objectContaining({ code: 'NOT_ENOUGH_PHOTOS' }))
})
