import { expect, it } from 'vitest'
import { photosOf } from '#main/hosts/cli/photos-at'
import { blobOf } from '#shared/contract/blobs'
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
