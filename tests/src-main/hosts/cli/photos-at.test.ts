import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openCore } from '#main/app/open-core'
import { OpenLibrary } from '#main/app/open-library'
import { photosAt } from '#main/hosts/cli/photos-at'
import { addPhoto } from '#main/store/photos'
import { setSetting } from '#main/store/settings'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('finds the photos that files and folders stand for, each once and in the order asked', async () => {
  const work = await temporaryFolder()
  const folder = join(work, 'photos')
  const library = new OpenLibrary(join(work, 'test.silhouette'))
  for (const path of ['a/1.jpg', 'a/b/2.jpg', 'a/b/3.jpg', 'ab/4.jpg', '..x/5.jpg', '6.jpg'])
    addPhoto(library.db, { path, hash: path, bytes: 1, modifiedMs: 1 })
  setSetting(library.db, 'folder', folder)
  library.close()
  const { client, close } = await openCore({ home: join(work, 'home') })
  onTestFinished(close)
  await client.library.openFile({ file: library.file })
  const at = async (...paths: string[]): Promise<string[]> => (await photosAt(client, paths.map(path => join(folder, path)))).map(({ path }) => path)

  expect(await at('6.jpg', 'a/b', 'a/b/3.jpg', 'a')).toEqual(['6.jpg', 'a/b/2.jpg', 'a/b/3.jpg', 'a/1.jpg'])
  expect(await at('..x')).toEqual(['..x/5.jpg'])
  expect(await at('.')).toHaveLength(6)
  for (const unknown of ['a/b/9.jpg', 'a/1', '../elsewhere'])
    await expect(at('6.jpg', unknown)).rejects.toMatchObject({ code: 'UNKNOWN_PHOTO', data: { named: join(folder, unknown) } })
})
