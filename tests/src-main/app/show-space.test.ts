import type { SpaceId } from '#shared/domain/ids'
import { expect, it } from 'vitest'
import { ownSpace, shownSpace, spaceGiven } from '#main/app/show-space'
import { addProjection } from '#main/store/projections'
import { setSetting } from '#main/store/settings'
import { addSpace } from '#main/store/spaces'
import { saveVector } from '#main/store/vectors'
import { newLibrary } from '#tests/fixtures/new-library'

it('tells the space that is asked for, shown or the backbone\'s own', async () => {
  const { library, photos: [photo] } = await newLibrary(1)
  const { db } = library
  for (const asked of [() => spaceGiven(library), () => ownSpace(library)])
    expect(asked).toThrow(expect.objectContaining({ code: 'NOTHING_EMBEDDED' }))
  expect(shownSpace(library)).toBeUndefined()

  const [empty, own] = ['stage-3', 'pooled'].map(tap => addSpace(db, { backbone: 'b', tap, run: null, dimensions: 2 }))
  saveVector(db, own.id, photo, Float32Array.of(1, 0))
  expect(spaceGiven(library)).toEqual(empty)
  expect(ownSpace(library)).toEqual(own)
  expect(spaceGiven(library, own.id)).toEqual(own)
  expect(() => spaceGiven(library, 99 as SpaceId)).toThrow(expect.objectContaining({ code: 'UNKNOWN_SPACE', data: { what: 'space', named: 99, known: [empty.id, own.id] } }))

  setSetting(db, 'projection', addProjection(db, { space: empty.id, method: 'pca', seed: 0, createdMs: 0, trustworthiness: null, photos: new Uint32Array(0), xy: new Float32Array(0) }))
  expect(shownSpace(library)).toBe(empty.id)
  expect(spaceGiven(library)).toEqual(empty)
  expect(ownSpace(library)).toEqual(empty)
})
