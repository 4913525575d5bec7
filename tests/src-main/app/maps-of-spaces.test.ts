import type { SpaceId } from '#shared/domain/ids'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openCore } from '#main/app/open-core'
import { float32Of, int32Of, uint32Of } from '#shared/contract/blobs'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

/** A library of 24 photos that nothing was read of yet. */
async function openedOnPhotos() {
  const work = await temporaryFolder()
  const folder = join(work, 'photos')
  await generatePhotos(folder, { each: 8, kinds: ['balls', 'boats', 'city'] })
  const { client: core, close } = await openCore({ home: join(work, 'home'), threads: 1 })
  onTestFinished(close)
  await core.library.open({ folder, file: join(work, 'one.silhouette'), index: false })
  return { core, folder }
}

it('lays out another space for a second map, and goes on showing the first', async () => {
  const { core } = await openedOnPhotos()
  const { id } = await core.indexing.start({ retry: false, taps: ['pooled', 'stage-2'] })
  expect((await core.tasks.ended({ task: id })).error).toBeNull()
  const shown = await core.map.current()
  const other = (await core.map.spaces()).find(({ id }) => id !== shown!.space.id)!

  expect(await core.map.ofSpace({ space: other.id })).toBeNull()
  const arranging = await core.map.arrange({ space: other.id })
  expect((await core.tasks.ended({ task: arranging.id })).error).toBeNull()
  const second = await core.map.ofSpace({ space: other.id })
  expect(second).toMatchObject({ space: { id: other.id }, method: 'umap' })
  expect((await core.map.current())!.projection).toBe(shown!.projection)
  expect((await core.labels.list()).undo).toBeNull()
  expect(await uint32Of(second!.ids)).toEqual(await uint32Of(shown!.ids))
  expect(await float32Of(second!.xy)).not.toEqual(await float32Of(shown!.xy))

  // The same space by another method is a map of its own.
  expect(await core.map.ofSpace({ space: other.id, method: 'pca' })).toBeNull()
  await core.tasks.ended({ task: (await core.map.arrange({ space: other.id, method: 'pca' })).id })
  expect(await core.map.ofSpace({ space: other.id, method: 'pca' })).toMatchObject({ method: 'pca' })
  expect((await core.map.ofSpace({ space: other.id, method: 'umap' }))!.projection).toBe(second!.projection)

  const [first, beside] = await Promise.all([core.map.clusters({}), core.map.clusters({ projection: second!.projection })])
  expect([first.projection, beside.projection]).toEqual([shown!.projection, second!.projection])
  expect((await int32Of(beside.of)).length).toBe(24)
  await expect(core.map.ofSpace({ space: 99 as SpaceId })).rejects.toMatchObject({ code: 'UNKNOWN_SPACE' })
})

it('lays out a second map again when photos have come, from where they lay on it', async () => {
  const { core, folder } = await openedOnPhotos()
  const index = async (taps?: string[]): Promise<void> => {
    const { id } = await core.indexing.start({ retry: false, taps })
    expect((await core.tasks.ended({ task: id })).error).toBeNull()
  }
  await index(['stage-2'])
  const shown = (await core.map.current())!
  const { id: space } = (await core.map.spaces()).find(({ id }) => id !== shown.space.id)!
  await core.tasks.ended({ task: (await core.map.arrange({ space, method: 'pca' })).id })
  const { projection } = (await core.map.ofSpace({ space }))!
  expect(await core.map.grow({ projection })).toBeNull()

  await generatePhotos(join(folder, 'more'), { each: 4, kinds: ['boats', 'city'], seed: 5 })
  await index()
  const growing = await core.map.grow({ projection })
  expect(await core.map.grow({ projection })).toBeNull()
  expect((await core.tasks.ended({ task: growing!.id })).error).toBeNull()
  const grown = (await core.map.ofSpace({ space }))!
  expect(grown).toMatchObject({ projection, method: 'pca' })
  expect(await uint32Of(grown.ids)).toHaveLength(32)
  expect(await core.map.grow({ projection })).toBeNull()
  expect((await core.map.current())!.projection).toBe(shown.projection)
  expect((await core.labels.list()).undo).toBeNull()
})
