import type { LabelId } from '#shared/domain/ids'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redo, undo } from '#main/app/act'
import { mergeLabel, nestLabel, recolourLabel, removeLabel, renameLabel } from '#main/app/edit-labels'
import { labelEach, labelPhotos } from '#main/app/label-photos'
import { OpenLibrary } from '#main/app/open-library'
import { historySummary } from '#main/store/actions'
import { assignments } from '#main/store/assignments'
import { labelCounts } from '#main/store/labels'
import { newLibrary } from '#tests/fixtures/new-library'

function stateOf({ db }: OpenLibrary): unknown {
  return {
    names: labelCounts(db),
    ...assignments(db),
  }
}

it('makes a label, takes it back and does it again, also after the library was closed', async () => {
  const { library, photos } = await newLibrary(5)
  const done = labelPhotos(library, Uint32Array.of(photos[0], photos[3]), { name: 'Cat' })
  expect(done).toMatchObject({ changed: 2, actions: 1 })
  expect(historySummary(library.db)).toEqual({ undo: 'Label 2 photos Cat', redo: null, undoCall: null, redoCall: null, effort: 1 })
  const labelled = stateOf(library)

  undo(library)
  expect(assignments(library.db).photos.length).toBe(0)
  expect(labelCounts(library.db)).toEqual([])
  library.db.pragma('wal_checkpoint(TRUNCATE)')
  const again = new OpenLibrary(library.file)
  expect(redo(again)).toMatchObject({ changed: 2, actions: 1 })
  expect(stateOf(again)).toEqual(labelled)
  again.close()
})

it('finds a label however it is capitalised, and refuses unknown ones', async () => {
  const { library, photos } = await newLibrary(2)
  const { label } = labelPhotos(library, Uint32Array.of(photos[0]), { name: 'Cat' })
  expect(labelPhotos(library, Uint32Array.of(photos[1]), { name: 'cat' }).label).toBe(label)
  expect(() => labelPhotos(library, Uint32Array.of(photos[1]), { id: 99 as LabelId })).toThrow(expect.objectContaining({ code: 'UNKNOWN_LABEL' }))
  expect(() => labelPhotos(library, Uint32Array.of(999), { name: 'Cat' })).toThrow(expect.objectContaining({ code: 'UNKNOWN_PHOTO' }))
  labelPhotos(library, Uint32Array.of(photos[0]), { name: 'Dog' })
  expect(() => renameLabel(library, label!, 'dog')).toThrow(expect.objectContaining({ code: 'LABEL_NAME_TAKEN' }))
})

it('folds letters beyond A to Z too, and finds each of two labels that an older library has of one name', async () => {
  const { library, photos } = await newLibrary(3)
  const { label: upper } = labelPhotos(library, Uint32Array.of(photos[0]), { name: 'Über' })
  const { label: dog } = labelPhotos(library, Uint32Array.of(photos[1]), { name: 'Dog' })
  expect(labelPhotos(library, Uint32Array.of(photos[1]), { name: 'über' }).label).toBe(upper)
  expect(() => renameLabel(library, dog!, 'ÜBER')).toThrow(expect.objectContaining({ code: 'LABEL_NAME_TAKEN' }))
  renameLabel(library, upper!, 'ÜBER')

  library.db.prepare(`INSERT INTO label (name, colour) VALUES ('über', '#000000')`).run()
  const lower = labelCounts(library.db).at(-1)!.id
  labelEach(library, Uint32Array.from(photos), ['ÜBER', 'über', 'Über'])
  expect([...assignments(library.db).labels]).toEqual([upper, lower, upper])
  expect(labelPhotos(library, Uint32Array.of(photos[0]), { name: 'über' }).label).toBe(lower)
  recolourLabel(library, lower, '#123456')
  mergeLabel(library, lower, upper!)
  expect(labelPhotos(library, Uint32Array.of(photos[0]), { name: 'über' }).label).toBe(upper)
})

it('undoes any history back to the beginning and redoes it to the end', async () => {
  const photoCount = 6
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('label' as const),
      photos: fc.uniqueArray(fc.nat(photoCount - 1), { minLength: 1 }),
      name: fc.constantFrom('a', 'b', 'c'),
    }),
    fc.record({
      kind: fc.constant('unlabel' as const),
      photos: fc.uniqueArray(fc.nat(photoCount - 1), { minLength: 1 }),
      name: fc.constant(''),
    }),
    fc.record({
      kind: fc.constantFrom('rename', 'recolour', 'remove', 'each', 'nest', 'merge'),
      photos: fc.constant([0, 1]),
      name: fc.constantFrom('a', 'b', 'c'),
    }),
  )
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const { library, photos } = await newLibrary(photoCount)
    const states = [
      stateOf(library),
    ]
    for (const { kind, photos: at, name } of steps) {
      const chosen = Uint32Array.from(at, i => photos[i])
      const label = labelCounts(library.db).find(label => label.name === name)
      if (kind === 'label') {
        labelPhotos(library, chosen, { name })
      }
      else if (kind === 'unlabel') {
        labelPhotos(library, chosen, null)
      }
      else if (kind === 'each') {
        labelEach(library, chosen, [name, 'z'])
      }
      else if (label && kind === 'rename') {
        renameLabel(library, label.id, `${name}${states.length}`)
      }
      else if (label && kind === 'recolour') {
        recolourLabel(library, label.id, '#123456')
      }
      else if (label && (kind === 'nest' || kind === 'merge')) {
        const other = labelCounts(library.db).find(one => one.id !== label.id)
        if (!other)
          continue
        try {
          (kind === 'nest' ? nestLabel : mergeLabel)(library, label.id, other.id)
        }
        catch (error) {
          expect(error).toMatchObject({ code: 'LABEL_INSIDE_ITSELF' })
          continue
        }
      }
      else if (label) {
        removeLabel(library, label.id)
      }
      else {
        continue
      }
      states.push(stateOf(library))
    }
    for (const state of states.slice(0, -1).reverse()) {
      expect(undo(library)).toBeDefined()
      expect(stateOf(library)).toEqual(state)
    }
    expect(undo(library)).toBeUndefined()
    for (const state of states.slice(1)) {
      expect(redo(library)).toBeDefined()
      expect(stateOf(library)).toEqual(state)
    }
    expect(redo(library)).toBeUndefined()
  }), { numRuns: 40 })
})

it('forgets what was undone when something new is done', async () => {
  const { library, photos } = await newLibrary(1)
  labelPhotos(library, Uint32Array.of(photos[0]), { name: 'a' })
  undo(library)
  labelPhotos(library, Uint32Array.of(photos[0]), { name: 'b' })
  expect(redo(library)).toBeUndefined()
  expect(labelCounts(library.db).map(({ name }) => name)).toEqual(['b'])
})
