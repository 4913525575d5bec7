import { existsSync } from 'node:fs'
import { cp, mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openCore } from '#main/app/open-core'
import { blobOf } from '#shared/contract/blobs'
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

it('tells of a library opened before how many photos it had in the end, in the order they were opened', async () => {
  const { client, few, more } = await twoFolders()
  for (const each of [few, more]) {
    await client.library.open(each)
    await client.tasks.ended({ task: (await client.tasks.list()).find(({ kind }) => kind === 'index')!.id })
  }
  await client.library.close()
  expect((await client.library.recent()).map(({ file, photos }) => [file, photos])).toEqual([[more.file, 4], [few.file, 2]])
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

it('goes with photos whose folder was renamed, with their labels, and lets another folder have the old name', async () => {
  const work = await temporaryFolder()
  const [old, renamed] = [join(work, 'van'), join(work, 'van 2')]
  await generatePhotos(old, { each: 3, kinds: ['balls'] })
  const { client, close } = await openCore({ home: join(work, 'home'), threads: 1 })
  onTestFinished(close)
  const first = await client.library.open({ folder: old })
  await client.tasks.ended({ task: (await client.tasks.list())[0].id })
  await client.labels.assign({ photos: blobOf(Uint32Array.of(1, 2)), label: { name: 'Ball' } })
  await client.library.close()

  await rename(old, renamed)
  const moved = await client.library.open({ folder: renamed, index: false })
  expect(moved).toMatchObject({ file: first.file, folder: renamed, movedFrom: old, photos: 3, labelled: 2 })
  await generatePhotos(old, { each: 2, kinds: ['balls'] })
  const other = await client.library.open({ folder: old, index: false })
  expect(other).toMatchObject({ folder: old, movedFrom: null, labelled: 0 })
  expect(other.file).not.toBe(first.file)
  for (const { file, folder } of [{ file: moved.file, folder: renamed }, { file: other.file, folder: old }])
    expect(await client.library.open({ folder, index: false })).toMatchObject({ file, movedFrom: null })
  await expect(client.library.open({ folder: old, file: first.file })).rejects.toMatchObject({ code: 'LIBRARY_OF_OTHER_FOLDER' })
})

it('takes no library for that of other photos, or while the drive of its own may be away', async () => {
  const work = await temporaryFolder()
  const [drive, other] = [join(work, 'drive'), join(work, 'other')]
  await generatePhotos(join(drive, 'photos'), { each: 3, kinds: ['balls'] })
  const { client, close } = await openCore({ home: join(work, 'home'), threads: 1 })
  onTestFinished(close)
  const first = await client.library.open({ folder: join(drive, 'photos') })
  await client.tasks.ended({ task: (await client.tasks.list())[0].id })
  await client.library.close()

  await cp(join(drive, 'photos'), other, { recursive: true })
  await rename(drive, join(work, 'away'))
  const copy = await client.library.open({ folder: other, index: false })
  expect(copy).toMatchObject({ movedFrom: null, photos: 0 })
  expect(copy.file).not.toBe(first.file)
  expect(existsSync(`${first.file}-wal`)).toBe(false)
  await rename(join(work, 'away'), drive)
  await rename(join(drive, 'photos'), join(work, 'gone'))
  await generatePhotos(join(work, 'unlike'), { each: 4, kinds: ['city'] })
  expect(await client.library.open({ folder: join(work, 'unlike'), index: false })).toMatchObject({ movedFrom: null, photos: 0 })
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
