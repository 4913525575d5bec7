import type { OpenLibrary } from '#main/app/open-library'
import type { LabelId, PhotoId } from '#shared/domain/ids'
import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lookThroughFolder } from '#main/app/look-through-folder'
import { freshPhotos } from '#main/app/photos-to-embed'
import { assign, assignments } from '#main/store/assignments'
import { failures, saveFailure } from '#main/store/failures'
import { putLabel } from '#main/store/labels'
import { knownFiles } from '#main/store/photos'
import { newLibrary } from '#tests/fixtures/new-library'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

const { signal } = new AbortController()

async function look(library: OpenLibrary, folder: string): Promise<{ changed: boolean, taken: number[] }> {
  const { fresh, changed } = await lookThroughFolder(library, folder, signal, () => {})
  const taken: number[] = []
  for await (const { id } of freshPhotos(library, folder, fresh, signal))
    taken.push(id)
  return { changed, taken }
}

async function photos(library: OpenLibrary): Promise<Record<string, number>> {
  return Object.fromEntries((await knownFiles(library.db)).filter(({ missing }) => !missing).map(({ path, id }) => [path, id]))
}

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'sub'))
  for (const [path, content] of Object.entries(files))
    await writeFile(join(folder, path), content)
  return folder
}

it('takes what is new once, and nothing the second time', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A', 'sub/b.jpg': 'B', 'notes.txt': 'no photo' })
  expect((await look(library, folder)).taken).toEqual([1, 2])
  expect(await look(library, folder)).toEqual({ changed: false, taken: [] })
  expect(await photos(library)).toEqual({ 'a.jpg': 1, 'sub/b.jpg': 2 })
})

it('keeps a photo through a move, a swap of names and a new time of change', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A', 'b.jpg': 'BB', 'c.jpg': 'CC' })
  await look(library, folder)
  await rename(join(folder, 'a.jpg'), join(folder, 'x.jpg'))
  await rename(join(folder, 'b.jpg'), join(folder, 'a.jpg'))
  await rename(join(folder, 'x.jpg'), join(folder, 'b.jpg'))
  await rename(join(folder, 'c.jpg'), join(folder, 'sub/c.jpg'))
  await utimes(join(folder, 'sub/c.jpg'), 1, 1)
  expect((await look(library, folder)).taken).toEqual([])
  expect(await photos(library)).toEqual({ 'a.jpg': 2, 'b.jpg': 1, 'sub/c.jpg': 3 })
})

it('lets a photo take the name of another, whose label waits until it comes back', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A', 'b.jpg': 'BB', 'c.jpg': 'CCC' })
  await look(library, folder)
  await rename(join(folder, 'a.jpg'), join(folder, 'b.jpg'))
  expect((await look(library, folder)).changed).toBe(true)
  expect(await photos(library)).toEqual({ 'b.jpg': 1, 'c.jpg': 3 })
  expect(await look(library, folder)).toEqual({ changed: false, taken: [] })
  expect(await photos(library)).toEqual({ 'b.jpg': 1, 'c.jpg': 3 })
  await writeFile(join(folder, 'b.jpg'), 'A, edited')
  expect(await look(library, folder)).toEqual({ changed: true, taken: [] })
  expect(await photos(library)).toEqual({ 'b.jpg': 1, 'c.jpg': 3 })
  await writeFile(join(folder, 'b.jpg'), 'BB')
  await look(library, folder)
  expect(await photos(library)).toEqual({ 'b.jpg': 2, 'c.jpg': 3 })
})

it('keeps the label of a photo that was away and came back', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A', 'b.jpg': 'BBB' })
  await look(library, folder)
  putLabel(library.db, { id: 1 as LabelId, name: 'cat', colour: '#000000', parent: null })
  assign(library.db, [1], [1])
  await rm(join(folder, 'a.jpg'))
  expect((await look(library, folder)).changed).toBe(true)
  expect(await photos(library)).toEqual({ 'b.jpg': 2 })
  expect(assignments(library.db).photos.length).toBe(0)
  await writeFile(join(folder, 'sub/back.jpg'), 'A')
  await look(library, folder)
  expect(await photos(library)).toEqual({ 'b.jpg': 2, 'sub/back.jpg': 1 })
  expect(assignments(library.db).photos).toEqual(Uint32Array.of(1))
})

it('tells that a photo is back in its place, also with another time of change', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A', 'b.jpg': 'BBB' })
  await look(library, folder)
  await rm(join(folder, 'a.jpg'))
  await look(library, folder)
  await writeFile(join(folder, 'a.jpg'), 'A')
  await utimes(join(folder, 'a.jpg'), 1, 1)
  expect(await look(library, folder)).toEqual({ changed: true, taken: [] })
  expect(await photos(library)).toEqual({ 'a.jpg': 1, 'b.jpg': 2 })
})

it('keeps the id of a photo whose content changed, and counts its version up', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A' })
  await look(library, folder)
  await writeFile(join(folder, 'a.jpg'), 'other content')
  expect(await look(library, folder)).toEqual({ changed: true, taken: [] })
  expect(library.db.prepare('SELECT id, version FROM photo').all()).toEqual([
    { id: 1, version: 2 },
  ])
})

it('blames no photo while the folder is away, and takes none that is gone again', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A', 'b.jpg': 'B', 'c.jpg': 'C' })
  const { fresh } = await lookThroughFolder(library, folder, signal, () => {})
  const taking = freshPhotos(library, folder, fresh, signal)
  expect((await taking.next()).value).toMatchObject({ id: 1 })
  await rename(folder, `${folder} away`)
  await expect(taking.next()).rejects.toMatchObject({ code: 'FOLDER_AWAY' })
  // What stays of a drive that is away is, on many systems, an empty folder.
  await mkdir(folder)
  await expect(freshPhotos(library, folder, fresh, signal).next()).rejects.toMatchObject({ code: 'FOLDER_AWAY' })
  await rm(folder, { recursive: true })
  await rename(`${folder} away`, folder)
  await rm(join(folder, 'b.jpg'))
  const again = freshPhotos(library, folder, fresh.slice(1), signal)
  expect((await again.next()).value).toMatchObject({ file: join(folder, 'c.jpg') })
  expect(await again.next()).toMatchObject({ done: true })
  expect(await photos(library)).toEqual({ 'a.jpg': 1, 'c.jpg': 2 })
  expect(failures(library.db)).toEqual([])
})

it('reads again what could not be read, so that no photo stays without its content', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A', 'b.jpg': 'B' })
  await look(library, folder)
  library.db.exec(`UPDATE photo SET hash = '' WHERE id = 1`)
  for (const id of [1, 2] as PhotoId[])
    saveFailure(library.db, { id, code: 'PHOTO_MISSING', message: 'It was gone.' })
  expect(await look(library, folder)).toEqual({ changed: true, taken: [] })
  expect(failures(library.db)).toEqual([])
  await rename(join(folder, 'a.jpg'), join(folder, 'sub/a.jpg'))
  await look(library, folder)
  expect(await photos(library)).toEqual({ 'sub/a.jpg': 1, 'b.jpg': 2 })
})

it('treats two files of the same content as two photos', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A', 'b.jpg': 'A' })
  expect((await look(library, folder)).taken).toEqual([1, 2])
  await writeFile(join(folder, 'c.jpg'), 'A')
  expect((await look(library, folder)).taken).toEqual([3])
})

it('leaves photos as they are that the system cannot look at', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A', 'b.jpg': 'B', 'sub/c.jpg': 'C', 'sub/d.jpg': 'D', 'subject.jpg': 'E' })
  await look(library, folder)
  const known = await photos(library)
  const { 'subject.jpg': _, ...left } = known
  for (const path of ['b.jpg', 'sub', 'subject.jpg'])
    await rename(join(folder, path), join(folder, `.${path}`))
  // The system refuses to look where such a link leads, as it does with a folder of another owner or a share that hangs.
  for (const path of ['b.jpg', 'sub'])
    await symlink('x'.repeat(300), join(folder, path))
  expect((await look(library, folder)).changed).toBe(true)
  expect(await photos(library)).toEqual(left)
  for (const path of ['b.jpg', 'sub', 'subject.jpg']) {
    await rm(join(folder, path), { force: true })
    await rename(join(folder, `.${path}`), join(folder, path))
  }
  await look(library, folder)
  expect(await photos(library)).toEqual(known)
})

it('takes an emptied folder for a drive that is away, and changes nothing', async () => {
  const { library } = await newLibrary()
  const folder = await folderOf({ 'a.jpg': 'A' })
  await look(library, folder)
  await rm(join(folder, 'a.jpg'))
  await expect(look(library, folder)).rejects.toMatchObject({ code: 'FOLDER_EMPTY' })
  expect(await photos(library)).toEqual({ 'a.jpg': 1 })
})
