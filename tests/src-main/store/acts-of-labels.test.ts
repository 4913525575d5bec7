import { expect, it } from 'vitest'
import { undo } from '#main/app/act'
import { mergeLabel } from '#main/app/edit-labels'
import { labelPhotos } from '#main/app/label-photos'
import { actsOfLabels } from '#main/store/acts-of-labels'
import { assign } from '#main/store/assignments'
import { newLibrary } from '#tests/fixtures/new-library'

it('tells which act gave each photo its label, the last that did', async () => {
  const { library, photos } = await newLibrary(6)
  const { db } = library
  const label = (name: string | null, ...at: number[]): ReturnType<typeof labelPhotos> => labelPhotos(library, Uint32Array.from(at, i => photos[i]), name === null ? null : { name })
  const { label: cat } = label('cat', 0, 1, 2)
  const { label: dog } = label('dog', 3, 4)
  label('dog', 2)
  label(null, 1)
  label('cat', 4)
  undo(library)
  mergeLabel(library, dog!, cat!)
  assign(db, [photos[5]], [cat!])
  const acts = await actsOfLabels(db, Uint32Array.from([0, 2, 3, 4, 5], i => photos[i]))
  const [first, second, third] = [1, 2, 3]
  expect([...acts]).toEqual([first, third, second, second, 0])
})
