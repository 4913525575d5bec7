import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isMisplaced } from '#shared/domain/misplaced'
import { signed } from '../../../src-renderer/words/percent'

it('takes no silhouette for misplaced that is written as nothing or more', () => {
  fc.assert(fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (silhouette) => {
    expect(isMisplaced(silhouette)).toBe(signed(silhouette).startsWith('−'))
  }))
  expect(isMisplaced(-0.004)).toBe(false)
  expect(isMisplaced(-0.006)).toBe(true)
})
