import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openCore } from '#main/app/open-core'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

async function twoFolders() {
  const work = await temporaryFolder()
  const folders = [join(work, 'few'), join(work, 'more')]
  await Promise.all(folders.map((folder, at) => generatePhotos(folder, { each: 2 + 2 * at, kinds: ['balls'] })))
  const { client, close } = await openCore({ home: join(work, 'home'), threads: 1 })
  onTestFinished(close)
  const [few, more] = folders.map(folder => ({ folder, file: `${folder}.silhouette` }))
  return { client, few, more }
}

it('opens two libraries at once one after another, and lets the first go', async () => {
  const { client, few, more } = await twoFolders()
  const opened = await Promise.all([few, more].map(each => client.library.open(each)))
  expect(opened.map(({ file }) => file)).toEqual([few.file, more.file])
  // Whichever folder was looked through first, its library is no longer held, and the other is, and is the one that is indexed.
  const open = (await client.library.current())!.file
  expect([few, more].filter(({ file }) => existsSync(`${file}-wal`)).map(({ file }) => file)).toEqual([open])
  const indexing = (await client.tasks.list()).find(({ kind }) => kind === 'index')!
  expect((await client.tasks.ended({ task: indexing.id })).result).toMatchObject({ photos: open === more.file ? 4 : 2 })
  expect((await client.library.recent()).map(({ file }) => file).sort()).toEqual([few.file, more.file])
})

it('closes what is opened before and opens what is opened after', async () => {
  const { client, few, more } = await twoFolders()
  await client.library.open({ ...few, index: false })
  await Promise.all([client.library.openFile(few), client.library.close(), client.library.openFile(few)])
  expect(await client.library.current()).toMatchObject(few)
  await expect(client.library.openFile({ file: `${more.file}-none` })).rejects.toMatchObject({ code: 'LIBRARY_NOT_FOUND' })
  expect(await client.library.open({ ...more, index: false })).toMatchObject(more)
  expect(existsSync(`${few.file}-wal`)).toBe(false)
})

it('opens a library though the list of those opened last cannot be written', async () => {
  const work = await temporaryFolder()
  const folder = join(work, 'few')
  await generatePhotos(folder, { each: 2, kinds: ['balls'] })
  const home = join(work, 'home')
  await mkdir(join(home, 'recent.json', 'in its place'), { recursive: true })
  const { client, close } = await openCore({ home, threads: 1 })
  onTestFinished(close)
  const file = `${folder}.silhouette`
  expect(await client.library.open({ folder, file, index: false })).toMatchObject({ file })
  expect(await client.library.recent()).toEqual([])
})
