import { expect, it } from 'vitest'
import { matrix } from '#main/matrix/matrix'
import { saveFailure } from '#main/store/failures'
import { changePhoto, markMissing } from '#main/store/photos'
import { addSpace, spaces } from '#main/store/spaces'
import { countVectors, photosLacking, photosWithVectors, readVectors, saveVectors } from '#main/store/vectors'
import { newLibrary } from '#tests/fixtures/new-library'

it('reads back what it saved, in rising order of photos, a page at a time', async () => {
  const { library: { db }, photos } = await newLibrary(9_000)
  const space = addSpace(db, {
    backbone: 'b',
    tap: 't',
    run: null,
    dimensions: 300,
  })
  const vectors = matrix(photos.length, 300, Float32Array.from({ length: photos.length * 300 }, (_, i) => i % 977))
  await saveVectors(db, {
    space: space.id,
    photos: Uint32Array.from(photos),
    vectors,
  })
  const read = await readVectors(db, space.id, 300)
  expect(read.photos).toEqual(Uint32Array.from(photos))
  expect(read.vectors.values).toEqual(vectors.values)
  expect(spaces(db)).toEqual([space])
  expect(countVectors(db, space.id)).toBe(9_000)
})

it('leaves out photos that are missing, and names those that lack a vector', async () => {
  const { library: { db }, photos: [a, b, c, d] } = await newLibrary(4)
  const space = addSpace(db, {
    backbone: 'b',
    tap: 't',
    run: null,
    dimensions: 2,
  })
  await saveVectors(db, {
    space: space.id,
    photos: Uint32Array.of(a, b),
    vectors: matrix(2, 2, Float32Array.of(1, 2, 3, 4)),
  })
  markMissing(db, a)
  saveFailure(db, { id: d, code: 'PHOTO_UNREADABLE', message: 'no' })
  expect(photosWithVectors(db, space.id)).toEqual(Uint32Array.of(b))
  expect((await readVectors(db, space.id, 2)).vectors.values).toEqual(Float32Array.of(3, 4))
  expect(await photosLacking(db, [space.id])).toEqual([{ id: c, path: 'folder/3.jpg', hash: 'hash 3' }])
  const other = addSpace(db, { backbone: 'b', tap: 'other', run: null, dimensions: 2 })
  expect((await photosLacking(db, [space.id, other.id])).map(({ id }) => id)).toEqual([b, c])
  changePhoto(db, {
    id: b,
    hash: 'other',
    bytes: 1,
    modifiedMs: 2,
  })
  expect(countVectors(db, space.id)).toBe(0)
})
