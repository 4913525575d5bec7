import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowOf } from '../../../src-renderer/stores/photos'

it('finds the row of each photo, and −1 for one that is not there', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), fc.integer({ min: 0, max: 61 }), (ids, photo) => {
    const rising = Uint32Array.from(ids).sort()
    expect(rowOf(rising, photo)).toBe(rising.indexOf(photo))
  }))
})
