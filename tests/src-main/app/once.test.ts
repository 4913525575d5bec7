import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { undo } from '#main/app/act'
import { mergeLabel, removeLabel } from '#main/app/edit-labels'
import { labelPhotos } from '#main/app/label-photos'
import { once } from '#main/app/once'
import { historySummary } from '#main/store/actions'
import { labelByName, labels } from '#main/store/labels'
import { newLibrary } from '#tests/fixtures/new-library'

it('does what a call asks for once, however often it is made', async () => {
  const { library, photos } = await newLibrary(3)
  const call = randomUUID()
  const give = () => once(library, call, () => labelPhotos(library, Uint32Array.from(photos), { name: 'Cat' }))
  expect(give()).toMatchObject({ kind: 'label', changed: 3, actions: 1 })
  expect(give()).toEqual({ kind: 'label', changed: 3, actions: 1 })
  expect(historySummary(library.db).undo).toBe('Label 3 photos Cat')
  undo(library)
  // Taken back since: asking again does not do it again.
  give()
  expect(labels(library.db)).toEqual([])
})

it('answers again for a label that the call itself took away', async () => {
  const { library, photos } = await newLibrary(2)
  labelPhotos(library, Uint32Array.of(photos[0]), { name: 'Cat' })
  labelPhotos(library, Uint32Array.of(photos[1]), { name: 'Dog' })
  const [cat, dog] = ['Cat', 'Dog'].map(name => labelByName(library.db, name)!.id)
  const call = randomUUID()
  const merge = () => once(library, call, () => mergeLabel(library, cat, dog))
  expect(merge()).toEqual(merge())
  expect(labels(library.db).map(({ name }) => name)).toEqual(['Dog'])
})

it('leaves nothing behind of a call that fails, so that it may be made again', async () => {
  const { library, photos } = await newLibrary(1)
  const call = randomUUID()
  expect(() => once(library, call, () => removeLabel(library, 7 as never))).toThrow(expect.objectContaining({ code: 'UNKNOWN_LABEL' }))
  expect(once(library, call, () => labelPhotos(library, Uint32Array.from(photos), { name: 'Cat' }))).toMatchObject({ changed: 1 })
})

it('does every call without a name', async () => {
  const { library, photos } = await newLibrary(1)
  for (const name of ['Cat', 'Dog'])
    once(library, undefined, () => labelPhotos(library, Uint32Array.from(photos), { name }))
  expect(historySummary(library.db).effort).toBe(2)
})

it('tells for which calls the last acts were done', async () => {
  const { library, photos } = await newLibrary(2)
  const calls = [randomUUID(), randomUUID()]
  for (const [at, call] of calls.entries())
    once(library, call, () => labelPhotos(library, Uint32Array.of(photos[at]), { name: 'Cat' }))
  expect(historySummary(library.db)).toMatchObject({ undoCall: calls[1], redoCall: null })
  undo(library)
  expect(historySummary(library.db)).toMatchObject({ undoCall: calls[0], redoCall: calls[1] })
})
