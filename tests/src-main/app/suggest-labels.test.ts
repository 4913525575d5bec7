import { expect, it } from 'vitest'
import { undo } from '#main/app/act'
import { removeLabel } from '#main/app/edit-labels'
import { labelPhotos } from '#main/app/label-photos'
import { refuseSuggestions } from '#main/app/settle-suggestions'
import { currentSuggestion, currentSuggestions } from '#main/app/suggest-labels'
import { photosOf } from '#main/hosts/cli/photos-at'
import { addProjection } from '#main/store/projections'
import { setSetting } from '#main/store/settings'
import { addSpace } from '#main/store/spaces'
import { saveSuggestions } from '#main/store/suggestions'
import { blobOf } from '#shared/contract/blobs'
import { newLibrary } from '#tests/fixtures/new-library'
import { smallLibrary } from '#tests/fixtures/small-library'

it('suggests nothing before two labels have photos, and nothing again when the second is taken back', async () => {
  const { core } = await smallLibrary(4)
  const photos = await photosOf(core)
  const refresh = async (): Promise<number> => (await core.suggestions.refresh()).suggested
  const label = (kind: string, name: string | null): Promise<unknown> => {
    const some = photos.filter(({ path }) => path.startsWith(kind)).slice(0, 2)
    return core.labels.assign({ photos: blobOf(Uint32Array.from(some, ({ id }) => id)), label: name === null ? null : { name } })
  }
  await label('boats', 'Boats')
  expect(await refresh()).toBe(0)
  await label('city', 'City')
  expect(await refresh()).toBe(8)
  await label('city', null)
  expect(await refresh()).toBe(0)
})

it('leaves out what was labelled, refused or removed since, of all and of a single photo alike', async () => {
  const { library, photos } = await newLibrary(6)
  const { db } = library
  expect(currentSuggestions(library).photos.length).toBe(0)
  const [cat, dog, bird] = ['cat', 'dog', 'bird'].map((name, at) => labelPhotos(library, Uint32Array.of(photos[at]), { name }).label!)
  for (const photo of photos.slice(0, 3))
    labelPhotos(library, Uint32Array.of(photo), null)
  const { id: space } = addSpace(db, { backbone: 'b', tap: 't', run: null, dimensions: 2 })
  const ids = Uint32Array.from(photos)
  setSetting(db, 'projection', addProjection(db, { space, method: 'pca', seed: 0, createdMs: 0, trustworthiness: null, photos: ids, xy: new Float32Array(12) }))
  saveSuggestions(db, space, { photos: ids, labels: Uint32Array.of(cat, dog, dog, cat, bird, dog), confidences: Float32Array.of(1, 0.875, 0.75, 0.5, 0.25, 0.125) })
  const told = (): Map<number, unknown> => {
    const { photos: all, labels, confidences } = currentSuggestions(library)
    const byPhoto = new Map(Array.from(all, (photo, at) => [photo, { label: labels[at], confidence: confidences[at] }]))
    for (const photo of photos)
      expect(currentSuggestion(library, photo)).toEqual(byPhoto.get(photo))
    return byPhoto
  }
  expect(told().size).toBe(6)

  labelPhotos(library, Uint32Array.of(photos[1]), { id: cat })
  refuseSuggestions(library, { label: dog, above: 0.5, photos: Uint32Array.of(photos[2], photos[3]) })
  removeLabel(library, bird)
  expect([...told()]).toEqual([
    [photos[0], { label: cat, confidence: 1 }],
    [photos[3], { label: cat, confidence: 0.5 }],
    [photos[5], { label: dog, confidence: 0.125 }],
  ])
  undo(library)
  expect([...told().keys()]).toEqual([photos[0], photos[3], photos[4], photos[5]])
})
