import type { CoreContext } from '#main/app/core-context'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openCore } from '#main/app/open-core'
import { OpenLibrary } from '#main/app/open-library'
import { atlasPage } from '#main/app/photo-pictures'
import { addPhoto, saveFacts } from '#main/store/photos'
import { setSetting } from '#main/store/settings'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

/** A core, and two libraries of six photos each, which no thumbnails are kept of yet. */
async function twoLibraries(): Promise<{ core: CoreContext, first: OpenLibrary, second: OpenLibrary }> {
  const work = await temporaryFolder()
  const { context: { core }, close } = await openCore({ home: join(work, 'home'), threads: 1 })
  onTestFinished(close)
  const [first, second] = await Promise.all((['balls', 'city'] as const).map(async (kind) => {
    const folder = join(work, kind)
    await generatePhotos(folder, { each: 6, kinds: [kind] })
    const library = new OpenLibrary(join(work, `${kind}.silhouette`))
    onTestFinished(() => library.close())
    setSetting(library.db, 'folder', folder)
    for (const name of (await readdir(join(folder, kind))).sort()) {
      const id = addPhoto(library.db, { path: `${kind}/${name}`, hash: name, bytes: 1, modifiedMs: 1 })!
      saveFacts(library.db, { id, width: 640, height: 480, metadata: {} })
    }
    return library
  }))
  return { core, first, second }
}

function thumbnailsIn(library: OpenLibrary): number {
  return library.cache.prepare('SELECT count(*) FROM thumbnail').pluck().get() as number
}

it('makes an atlas page of the library it was asked of, though another is opened meanwhile', async () => {
  const { core, first, second } = await twoLibraries()
  core.library = first
  const alone = await atlasPage(core, 0, 32)
  first.cache.exec('DELETE FROM thumbnail; DELETE FROM atlas_page')

  const making = atlasPage(core, 0, 32)
  core.library = second
  expect(Buffer.compare(await making, alone)).toBe(0)
  expect([thumbnailsIn(first), thumbnailsIn(second)]).toEqual([6, 0])
  expect(second.gone).toEqual(new Set())
})

it('ends an atlas page whose library is closed meanwhile', async () => {
  const { core, first, second } = await twoLibraries()
  core.library = first
  const making = atlasPage(core, 0, 32)
  core.library = second
  first.close()
  expect((await making).length).toBeGreaterThan(0)
  expect(thumbnailsIn(second)).toBe(0)
})
