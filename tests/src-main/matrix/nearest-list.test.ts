import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NearestList } from '#main/matrix/nearest-list'

it('keeps the k smallest whatever the order of arrival', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), fc.integer({ min: 0, max: 8 }), fc.boolean(), (distances, k, backwards) => {
    const list = new NearestList(k)
    const candidates = distances.map((distance, index) => ({ distance, index }))
    for (const { distance, index } of backwards
      ? candidates.toReversed()
      : candidates)
      list.offer(index, distance)
    const expected = candidates.toSorted((a, b) => a.distance - b.distance || a.index - b.index).slice(0, k)
    expect([
      ...list.indices.subarray(0, list.count),
    ]).toEqual(expected.map(({ index }) => index))
    expect([
      ...list.distances.subarray(0, list.count),
    ]).toEqual(expected.map(({ distance }) => distance))
    list.clear()
    expect(list.count).toBe(0)
  }))
})
