import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowIn } from '../../../src-renderer/map/row-in'

it('finds what is there between two rows, and nothing else', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 })), fc.nat(60), fc.nat(60), (values, first, end) => {
    const ids = Uint32Array.from(values).sort()
    for (let id = 0; id <= 60; id++) {
      const row = [...ids.keys()].find(row => row >= first && row < Math.min(end, ids.length) && ids[row] === id) ?? -1
      expect(rowIn(ids, id, first, Math.min(end, ids.length))).toBe(row)
    }
  }), { numRuns: 60 })
})
