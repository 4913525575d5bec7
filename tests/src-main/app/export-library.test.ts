import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { exportLibrary } from '#main/app/export-library'
import { openCore } from '#main/app/open-core'
import { addProjection } from '#main/store/projections'
import { setSetting } from '#main/store/settings'
import { addSpace } from '#main/store/spaces'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { newLibrary } from '#tests/fixtures/new-library'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('writes the map of the library it was asked of, though another is opened meanwhile', async () => {
  const work = await temporaryFolder()
  const { context: { core }, close } = await openCore({ home: join(work, 'home'), threads: 1 })
  onTestFinished(close)
  const [{ library, photos }, { library: other }] = [await newLibrary(40), await newLibrary(3)]
  for (const { db } of [library, other])
    setSetting(db, 'folder', join(work, 'photos'))
  const { id: space } = addSpace(library.db, { backbone: 'efficientnet-lite0', tap: 'pooled', run: null, dimensions: 2 })
  const xy = Float32Array.from({ length: 80 }, (_, at) => Math.sin(at))
  setSetting(library.db, 'projection', addProjection(library.db, { space, method: 'pca', seed: 0, createdMs: 0, trustworthiness: null, photos: Uint32Array.from(photos), xy }))

  core.library = library
  const writing = exportLibrary(core, { format: 'csv', to: join(work, 'out.csv') })
  core.library = other
  expect(await writing).toMatchObject({ written: 40 })
  const rows = (await readFile(join(work, 'out.csv'), 'utf8')).trim().split('\n')
  expect(rows).toHaveLength(41)
  expect(rows[1]).toContain(`${xy[0]}`.slice(0, 5))
})

it('writes nothing among the photos, whatever a folder is called and wherever a link leads', async () => {
  const work = await temporaryFolder()
  const photos = join(work, 'photos')
  await generatePhotos(photos, { each: 1, kinds: ['balls'] })
  await mkdir(join(photos, '..x'))
  await symlink(photos, join(work, 'link'))
  const { client, close } = await openCore({ home: join(work, 'home') })
  onTestFinished(close)
  await client.library.open({ folder: photos, index: false })
  for (const to of [join(photos, '..x', 'a.csv'), join(work, 'link', 'a.csv'), join(work, 'link', 'new', 'a.csv'), photos])
    await expect(client.exports.write({ format: 'csv', to })).rejects.toMatchObject({ code: 'EXPORT_AMONG_PHOTOS', status: 400 })
  expect((await readdir(photos)).sort()).toEqual(['..x', 'balls'])
  expect(await client.exports.write({ format: 'csv', to: join(work, 'a.csv') })).toMatchObject({ written: 0, gone: 0 })
})

it('says that the photos are away, and not that the place cannot be written, where they were to be copied', async () => {
  const work = await temporaryFolder()
  const { context: { core }, close } = await openCore({ home: join(work, 'home'), threads: 1 })
  onTestFinished(close)
  const { library } = await newLibrary(2)
  setSetting(library.db, 'folder', join(work, 'away'))
  core.library = library
  for (const format of ['folders', 'linked-folders'])
    await expect(exportLibrary(core, { format, to: join(work, 'sorted') })).rejects.toMatchObject({ code: 'FOLDER_AWAY' })
  await writeFile(join(work, 'a file'), '')
  await expect(exportLibrary(core, { format: 'csv', to: join(work, 'a file', 'x.csv') })).rejects.toMatchObject({ code: 'EXPORT_FAILED' })
})
