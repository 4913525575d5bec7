import type { PhotoId } from '#shared/domain/ids'
import { expect, it } from 'vitest'
import { saveFailure } from '#main/store/failures'
import { firstUnknown, markMissing, photoShapes, saveFacts } from '#main/store/photos'
import { newLibrary } from '#tests/fixtures/new-library'

it('tells the shapes of all photos that can be shown, more than it reads at a time', async () => {
  const { library: { db }, photos } = await newLibrary(20_003)
  saveFacts(db, { id: photos[20_001], width: 300, height: 200, metadata: {} })
  markMissing(db, photos[0])
  saveFailure(db, { id: photos[19_999], code: 'PHOTO_DAMAGED', message: 'It ends too soon.' })
  const { ids, aspects, versions } = await photoShapes(db)
  expect([...ids]).toEqual(photos.filter((_, at) => at !== 0 && at !== 19_999))
  expect(aspects.at(-2)).toBe(1.5)
  expect(aspects.at(-1)).toBe(1)
  expect(versions.every(version => version === 1)).toBe(true)
})

it('names an id that no photo has', async () => {
  const { library: { db }, photos } = await newLibrary(3)
  expect(firstUnknown(db, Uint32Array.from(photos))).toBeUndefined()
  expect(firstUnknown(db, new Uint32Array())).toBeUndefined()
  expect(firstUnknown(db, Uint32Array.of(photos[2], 99 as PhotoId, photos[0]))).toBe(99)
  expect(firstUnknown(db, Uint32Array.of(photos[2], 0))).toBe(0)
  db.prepare('DELETE FROM photo WHERE id = ?').run(photos[1])
  expect(firstUnknown(db, Uint32Array.from(photos))).toBe(photos[1])
  expect(firstUnknown(db, Uint32Array.of(photos[0], photos[2]))).toBeUndefined()
})
