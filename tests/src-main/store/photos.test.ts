import type { PhotoId } from '#shared/domain/ids'
import { expect, it } from 'vitest'
import { saveFailure } from '#main/store/failures'
import { firstUnknown, knownFiles, markMissing, photoPaths, photoShapes, saveFacts } from '#main/store/photos'
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

it('reads all files and paths without making others wait for a large library', async () => {
  const { library: { db }, photos } = await newLibrary(20_003)
  markMissing(db, photos[0])
  saveFailure(db, { id: photos[19_999], code: 'PHOTO_DAMAGED', message: 'It ends too soon.' })
  let turns = 0
  let next = setImmediate(function turn() {
    turns++
    next = setImmediate(turn)
  })
  const [files, paths] = await Promise.all([knownFiles(db), photoPaths(db)])
  clearImmediate(next)
  expect(turns).toBeGreaterThan(2)
  expect(files.map(({ id }) => id)).toEqual(photos)
  expect([files[0].missing, files[1].missing]).toEqual([true, false])
  expect(paths.map(({ id }) => id)).toEqual(photos.filter((_, at) => at !== 0 && at !== 19_999))
  expect(paths[0].path).toBe('folder/2.jpg')
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
