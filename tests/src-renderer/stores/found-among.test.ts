import { expect, it } from 'vitest'
import { foundAmong } from '../../../src-renderer/stores/found-among'

const of = (...values: number[]): Uint32Array => Uint32Array.from(values)

it('leaves out what a search has not found, and nothing where none is on', () => {
  expect(foundAmong(of(1, 2, 3), of(2, 3, 9))).toEqual(of(2, 3))
  expect(foundAmong(of(1, 2, 3), null)).toEqual(of(1, 2, 3))
})
