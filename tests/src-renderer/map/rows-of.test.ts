import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowsOf } from '../../../src-renderer/map/rows-of'

it('finds each photo\'s row, in whatever order they are asked for, and again among other ids', () => {
  const numbers = fc.uniqueArray(fc.nat(40))
  fc.assert(fc.property(numbers, numbers, fc.array(fc.nat(40)), (some, others, asked) => {
    const photos = Uint32Array.from(asked)
    for (const list of [some, others, some]) {
      const ids = Uint32Array.from(list).sort()
      expect([...rowsOf(ids, photos)]).toEqual(asked.map(photo => ids.indexOf(photo)))
    }
  }))
})
