import type { LabelId } from '#shared/domain/ids'
import { expect, it } from 'vitest'
import { redo, undo } from '#main/app/act'
import { mergeLabel, nestLabel, recolourLabel, removeLabel } from '#main/app/edit-labels'
import { labelEach, labelPhotos } from '#main/app/label-photos'
import { assignments } from '#main/store/assignments'
import { labels } from '#main/store/labels'
import { addRefusals, refusals } from '#main/store/refusals'
import { labelPalette } from '#shared/domain/label-palette'
import { newLibrary } from '#tests/fixtures/new-library'

async function threeLabels() {
  const { library, photos } = await newLibrary(4)
  const named = (name: string, ...at: number[]): LabelId => labelPhotos(library, Uint32Array.from(at, i => photos[i]), { name }).label!
  const ids = { animal: named('animal', 0), dog: named('dog', 1, 2), puppy: named('puppy', 3) }
  nestLabel(library, ids.dog, ids.animal)
  nestLabel(library, ids.puppy, ids.dog)
  const state = (): unknown => ({ labels: labels(library.db), given: [...assignments(library.db).labels], refused: refusals(library.db) })
  const parents = (): Record<string, LabelId | null> => Object.fromEntries(labels(library.db).map(({ name, parent }) => [name, parent]))
  return { library, photos, ...ids, state, parents }
}

it('lets no label lie under itself', async () => {
  const { library, animal, puppy, dog } = await threeLabels()
  for (const under of [animal, dog, puppy])
    expect(() => nestLabel(library, animal, under)).toThrow(expect.objectContaining({ code: 'LABEL_INSIDE_ITSELF' }))
  expect(() => mergeLabel(library, dog, dog)).toThrow(expect.objectContaining({ code: 'LABEL_INSIDE_ITSELF' }))
})

it('merges a label into another, with its photos and what was under it, and back again', async () => {
  const { library, animal, dog, state, parents } = await threeLabels()
  const before = state()
  expect(mergeLabel(library, dog, animal)).toMatchObject({ changed: 2 })
  expect(parents()).toEqual({ animal: null, puppy: animal })
  expect([...assignments(library.db).labels].filter(label => label === animal)).toHaveLength(3)
  const after = state()
  undo(library)
  expect(state()).toEqual(before)
  redo(library)
  expect(state()).toEqual(after)
})

it('gives new labels colours that no other has, also after one has gone or was given another', async () => {
  const { library, photos, animal, dog, puppy } = await threeLabels()
  recolourLabel(library, dog, labelPalette[3])
  removeLabel(library, animal)
  labelPhotos(library, Uint32Array.of(photos[0]), { name: 'cat' })
  labelEach(library, Uint32Array.from(photos.slice(1)), ['bird', 'fish', 'bird'])
  const colours = labels(library.db).map(({ id, colour }) => [id, colour])
  expect(colours.slice(0, 2)).toEqual([[dog, labelPalette[3]], [puppy, labelPalette[2]]])
  expect(colours.slice(2).map(([, colour]) => colour)).toEqual([labelPalette[0], labelPalette[1], labelPalette[4]])
})

it('merges a label into one that lies under it, which takes its place', async () => {
  const { library, animal, puppy, state, parents } = await threeLabels()
  const before = state()
  mergeLabel(library, animal, puppy)
  expect(parents()).toEqual({ puppy: null, dog: puppy })
  undo(library)
  expect(state()).toEqual(before)
})

it('lets what was under a removed label go up to where that was, and back under it', async () => {
  const { library, animal, dog, state, parents } = await threeLabels()
  const before = state()
  removeLabel(library, dog)
  expect(parents()).toEqual({ animal: null, puppy: animal })
  removeLabel(library, animal)
  expect(parents()).toEqual({ puppy: null })
  undo(library)
  undo(library)
  expect(state()).toEqual(before)
})

it('brings the refusals of a removed label back', async () => {
  const { library, photos, animal, dog, state } = await threeLabels()
  addRefusals(library.db, [photos[0], photos[3], photos[0]], [dog, dog, animal])
  const before = state()
  removeLabel(library, dog)
  expect(refusals(library.db)).toEqual(new Map([[photos[0], new Set([animal])]]))
  const after = state()
  undo(library)
  expect(state()).toEqual(before)
  redo(library)
  expect(state()).toEqual(after)
  undo(library)
  expect(state()).toEqual(before)
})

it('merges refusals with their label, where a photo does not have the other, and back again', async () => {
  const { library, photos: [one, two, three, four], dog, puppy, state } = await threeLabels()
  labelPhotos(library, Uint32Array.of(three), null)
  // One has a label that is neither, two and four have the merged ones, three refused both.
  addRefusals(library.db, [one, two, three, four, three], [dog, dog, dog, dog, puppy])
  const before = state()
  mergeLabel(library, dog, puppy)
  expect(refusals(library.db)).toEqual(new Map([[one, new Set([puppy])], [three, new Set([puppy])]]))
  const after = state()
  undo(library)
  expect(state()).toEqual(before)
  redo(library)
  expect(state()).toEqual(after)
  undo(library)
  expect(state()).toEqual(before)
})

it('does acts again that were written down before labels could lie under others', async () => {
  const { library, photos } = await newLibrary(1)
  labelPhotos(library, Uint32Array.from(photos), { name: 'cat' })
  undo(library)
  library.db.exec(`UPDATE action SET changes = json_remove(changes, '$.labels[0].after.parent')`)
  redo(library)
  expect(labels(library.db)).toMatchObject([{ name: 'cat', parent: null }])
})
