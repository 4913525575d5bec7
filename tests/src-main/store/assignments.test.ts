import type { LabelId, PhotoId } from '#shared/domain/ids'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assign, assignments, countAssignments, labelsOf } from '#main/store/assignments'
import { putLabel } from '#main/store/labels'
import { markMissing } from '#main/store/photos'
import { newLibrary } from '#tests/fixtures/new-library'

it('gives and takes the labels of many photos as if one after another', async () => {
  const { library: { db }, photos } = await newLibrary(30)
  for (const id of [1, 2, 3] as LabelId[])
    putLabel(db, { id, name: `label ${id}`, colour: '#000000', parent: null })
  const known = new Map<number, number>()
  fc.assert(fc.property(fc.array(fc.record({ photo: fc.nat(29), label: fc.nat(3) })), (acts) => {
    const to = Uint32Array.from(acts, ({ photo }) => photos[photo])
    assign(db, to, Uint32Array.from(acts, ({ label }) => label))
    for (const { photo, label } of acts)
      known.set(photos[photo], label)
    expect([...labelsOf(db, photos)]).toEqual(photos.map(photo => known.get(photo) ?? 0))
    const labelled = photos.filter(photo => known.get(photo))
    expect(assignments(db)).toEqual({
      photos: Uint32Array.from(labelled),
      labels: Uint32Array.from(labelled, photo => known.get(photo)!),
    })
    expect(countAssignments(db)).toBe(labelled.length)
  }))
})

it('keeps the label of a photo whose file is missing, and leaves it out', async () => {
  const { library: { db }, photos } = await newLibrary(3)
  putLabel(db, { id: 1 as LabelId, name: 'cat', colour: '#000000', parent: null })
  assign(db, photos, [1, 1, 1])
  markMissing(db, photos[1] as PhotoId)
  expect(assignments(db).photos).toEqual(Uint32Array.of(photos[0], photos[2]))
  expect([...labelsOf(db, photos)]).toEqual([1, 1, 1])
})
