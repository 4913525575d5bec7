import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { combinePhotos } from '../../../src-renderer/stores/combine-photos'

const photos = fc.uniqueArray(fc.integer({ min: 1, max: 40 })).map(ids => Uint32Array.from(ids).sort())

it('is the algebra of sets, in rising order', () => {
  fc.assert(fc.property(photos, photos, (before, chosen) => {
    const sorted = (ids: Iterable<number>): number[] => [
      ...new Set(ids),
    ].sort((a, b) => a - b)
    expect([
      ...combinePhotos(before, chosen, 'replace'),
    ]).toEqual(sorted(chosen))
    expect([
      ...combinePhotos(before, chosen, 'add'),
    ]).toEqual(sorted([
      ...before,
      ...chosen,
    ]))
    expect([
      ...combinePhotos(before, chosen, 'remove'),
    ]).toEqual(sorted([...before].filter(photo => !chosen.includes(photo))))
  }))
})
