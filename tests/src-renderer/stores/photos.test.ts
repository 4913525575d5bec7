import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { inRows, rowOf } from '../../../src-renderer/stores/photos'

it('finds the row of each photo, and −1 for one that is not there', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), fc.integer({ min: 0, max: 61 }), (ids, photo) => {
    const rising = Uint32Array.from(ids).sort()
    expect(rowOf(rising, photo)).toBe(rising.indexOf(photo))
  }))
})

it('puts what is said of some photos into the rows of all', () => {
  const ids = Uint32Array.of(2, 5, 9, 11)
  expect(inRows(ids, Uint32Array.of(1, 5, 11, 20), Uint32Array.of(7, 8, 9, 10))).toEqual(Uint32Array.of(0, 8, 0, 9))
  expect(inRows(ids, Uint32Array.of(), Float32Array.of())).toEqual(new Float32Array(4))
})
