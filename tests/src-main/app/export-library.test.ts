import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { exportLibrary } from '#main/app/export-library'
import { openCore } from '#main/app/open-core'
import { addProjection } from '#main/store/projections'
import { setSetting } from '#main/store/settings'
import { addSpace } from '#main/store/spaces'
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
