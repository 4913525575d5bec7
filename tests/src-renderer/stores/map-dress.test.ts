import { expect, it } from 'vitest'
import { changedPictures, mapAspects, mapDress } from '../../../src-renderer/stores/map-dress'

const columns = {
  ids: Uint32Array.of(1, 2, 4, 6),
  labels: Uint32Array.of(0, 3, 0, 0),
  suggestions: Uint32Array.of(0, 5, 5, 3),
  confidences: Float32Array.of(0, 1, 0.5, 1),
  aspects: Float32Array.of(1, 1.5, 2, 0.5),
  versions: Uint32Array.of(1, 1, 2, 1),
}

it('gives the label\'s colour full strength and the suggestion\'s less than that, in the order of the map', () => {
  const { colours, strengths } = mapDress(Uint32Array.of(2, 3, 4, 6, 9), columns, new Map([
    [3, 0xFF0000],
    [5, 0x00FF00],
  ]))
  expect([...colours]).toEqual([0xFF0000, 0, 0x00FF00, 0xFF0000, 0])
  expect(strengths[0]).toBe(1)
  expect(strengths[2]).toBe(0.5)
  expect(strengths[3]).toBeLessThan(1)
  expect([strengths[1], strengths[4]]).toEqual([0, 0])
})

it('gives aspects in the order of the map, 1 where there is none', () => {
  expect([
    ...mapAspects(Uint32Array.of(2, 3, 6), columns),
  ]).toEqual([1.5, 1, 0.5])
})

it('finds the photos whose picture has changed, not those that are new', () => {
  const now = {
    ids: Uint32Array.of(2, 4, 5, 6),
    versions: Uint32Array.of(1, 3, 9, 1),
  }
  expect([
    ...changedPictures(columns, now),
  ]).toEqual([4])
})
