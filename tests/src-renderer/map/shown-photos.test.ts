import { expect, it } from 'vitest'
import { flagSelected } from '../../../src-renderer/map/photo-set'
import { ShownPhotos } from '../../../src-renderer/map/shown-photos'

function shown(): ShownPhotos {
  const photos = new ShownPhotos()
  photos.replace({ ids: Uint32Array.of(3, 5), xy: Float32Array.of(0, 0, 1, 1), aspects: Float32Array.of(1, 1) })
  return photos
}

it('glides for a while and then is at rest', () => {
  const photos = shown()
  const duration = photos.move(Uint32Array.of(3, 5), Float32Array.of(2, 2, 1, 1), undefined, 100, false)
  expect(photos.gliding).toBe(true)
  expect(photos.progress(100)).toBe(0)
  expect(photos.settle(100 + duration - 1)).toBe(false)
  expect(photos.settle(100 + duration)).toBe(false)
  expect(photos.gliding).toBe(false)
  expect(photos.progress(100 + duration)).toBe(1)
  expect(photos.set.positionAt(0, 1)).toEqual([2, 2])
})

it('is rid of those that faded out when the glide is over', () => {
  const photos = shown()
  const duration = photos.move(Uint32Array.of(5), Float32Array.of(1, 1), undefined, 100, false)
  expect(photos.set.count).toBe(2)
  expect(photos.settle(100 + duration)).toBe(true)
  expect(photos.set.count).toBe(1)
})

it('finds room anew for those that a filter leaves', () => {
  const photos = new ShownPhotos()
  // The second comes first by its number, then the first.
  photos.replace({ ids: Uint32Array.of(2, 4, 5), xy: Float32Array.of(1, 0, 2.5, 0, 3, 0), aspects: Float32Array.of(1, 1, 1) })
  expect(photos.thin(100)).toBe(true)
  expect([...photos.set.reach].filter((_, at) => at % 2)).toEqual([1.5, Math.fround(1e30), 0.5])
  expect(photos.thin(100)).toBe(false)
  photos.setFilter(Uint32Array.of(2, 5), false)
  expect(photos.thin(100)).toBe(true)
  expect([...photos.set.reach].filter((_, at) => at % 2)).toEqual([Math.fround(1e30), 0, 2])
})

it('jumps where motion is not wanted', () => {
  const photos = shown()
  expect(photos.move(Uint32Array.of(5), Float32Array.of(2, 2), undefined, 100, true)).toBe(0)
  expect(photos.gliding).toBe(false)
  expect(photos.set.count).toBe(1)
})

it('has photos found where they are going', () => {
  const photos = shown()
  photos.move(Uint32Array.of(3, 5), Float32Array.of(2, 2, 1, 1), undefined, 100, false)
  expect(photos.index.nearest(2, 2)).toBe(0)
})

it('tells what was said from what is only suggested, however sure', () => {
  const photos = shown()
  photos.setColours(Uint32Array.of(0xE0700F, 0x0000FF), Float32Array.of(1, 0.9999))
  expect([...photos.set.colours]).toEqual([0xE0, 0x70, 0x0F, 255, 0, 0, 255, 254])
  photos.setColours(Uint32Array.of(0, 0x0000FF), Float32Array.of(1, 0))
  expect([...photos.set.colours]).toEqual([0, 0, 0, 0, 0, 0, 255, 1])
})

it('takes what is coloured for said where it is not told how sure it is', () => {
  const photos = shown()
  photos.setColours(Uint32Array.of(0xE0700F, 0))
  expect([...photos.set.colours]).toEqual([0xE0, 0x70, 0x0F, 255, 0, 0, 0, 0])
})

it('selects, and forgets the selection before', () => {
  const photos = shown()
  photos.setSelection(Uint32Array.of(3, 99))
  expect(photos.selected).toBe(1)
  photos.setSelection(Uint32Array.of(5))
  expect([photos.set.flags[flagSelected], photos.set.flags[4 + flagSelected]]).toEqual([0, 255])
})

it('leaves out what a filter did not find, until there is none', () => {
  const photos = shown()
  photos.setFilter(Uint32Array.of(5, 99), true)
  expect([photos.leftOut, photos.set.isOut(0), photos.set.isOut(1)]).toEqual([0, true, false])
  photos.move(Uint32Array.of(3, 5), Float32Array.of(2, 2, 1, 1), undefined, 100, true)
  expect([photos.set.isOut(0), photos.set.isOut(1)]).toEqual([true, false])
  photos.setFilter(null, false)
  expect(photos.set.isOut(0)).toBe(false)
})
