import type { FoundFile } from '#main/photos/scan-folder'
import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scanFolder } from '#main/photos/scan-folder'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silhouette-scan-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function batchesOf(scan: AsyncIterable<FoundFile[]>): Promise<FoundFile[][]> {
  const batches: FoundFile[][] = []
  for await (const batch of scan)
    batches.push(batch)
  return batches
}

async function scanned(options = {}): Promise<FoundFile[]> {
  return (await batchesOf(scanFolder(folder, options))).flat()
}

describe('scanFolder', () => {
  it('finds photos in all sub-folders, with size and time, and nothing else', async () => {
    await mkdir(join(folder, 'b/deep'), { recursive: true })
    await writeFile(join(folder, 'z.JPG'), 'abc')
    await utimes(join(folder, 'z.JPG'), 1000, 1234.567)
    await writeFile(join(folder, 'b/deep/a photo.heic'), '')
    await writeFile(join(folder, 'b/x.nef'), 'raw')
    await writeFile(join(folder, 'b/old.bmp'), 'listed with a reason later')
    await writeFile(join(folder, 'notes.txt'), 'no')
    await writeFile(join(folder, 'toString'), 'no')
    expect(await scanned()).toEqual([
      { path: 'z.JPG', bytes: 3, modifiedMs: 1_234_567 },
      expect.objectContaining({ path: 'b/old.bmp' }),
      expect.objectContaining({ path: 'b/x.nef' }),
      expect.objectContaining({ path: 'b/deep/a photo.heic', bytes: 0 }),
    ])
  })

  it('passes over what starts with a dot, and folders named like photos are folders', async () => {
    await mkdir(join(folder, '.cache'))
    await mkdir(join(folder, 'album.jpg'))
    await writeFile(join(folder, '.cache/a.jpg'), '')
    await writeFile(join(folder, '._a.jpg'), '')
    await writeFile(join(folder, 'album.jpg/a.png'), '')
    expect((await scanned()).map(({ path }) => path)).toEqual(['album.jpg/a.png'])
  })

  it('follows links to folders, each folder once, and survives links that lead nowhere', async () => {
    await mkdir(join(folder, 'in'))
    await writeFile(join(folder, 'in/a.jpg'), '')
    await symlink(folder, join(folder, 'in/loop'))
    await symlink(join(folder, 'in'), join(folder, 'linked'))
    await symlink(join(folder, 'gone.jpg'), join(folder, 'dangling.jpg'))
    expect((await scanned()).map(({ path }) => path)).toEqual(['in/a.jpg'])
  })

  it('yields thousands in batches, all of them once', async () => {
    await mkdir(join(folder, 'many'))
    await Promise.all(Array.from({ length: 1200 }, (_, i) => writeFile(join(folder, `many/${i}.jpg`), '')))
    const batches = await batchesOf(scanFolder(folder))
    expect(batches.length).toBeGreaterThan(2)
    expect(new Set(batches.flat().map(({ path }) => path)).size).toBe(1200)
  })

  it('reports a sub-folder that cannot be listed and goes on', async () => {
    await mkdir(join(folder, 'closed'))
    await writeFile(join(folder, 'a.jpg'), '')
    await chmod(join(folder, 'closed'), 0)
    const unseen: string[] = []
    // Root may read every folder, so a test that runs as root looks as nobody.
    const isRoot = process.getuid?.() === 0
    await chmod(folder, 0o755)
    if (isRoot)
      process.seteuid!(65534)
    const found = await scanned({
      onUnseen: (path: string) => unseen.push(path),
    }).finally(() => isRoot && process.seteuid!(0))
    await chmod(join(folder, 'closed'), 0o700)
    expect(found).toHaveLength(1)
    expect(unseen).toEqual(['closed'])
  })

  it('tells what is gone from what the system cannot look at', async () => {
    await mkdir(join(folder, 'in'))
    await writeFile(join(folder, 'in/a.jpg'), '')
    await symlink('gone.jpg', join(folder, 'in/gone.jpg'))
    await symlink('loop.jpg', join(folder, 'in/loop.jpg'))
    await symlink('x'.repeat(300), join(folder, 'in/unknown.jpg'))
    const unseen: string[] = []
    expect((await scanned({ onUnseen: (path: string) => unseen.push(path) })).map(({ path }) => path)).toEqual(['in/a.jpg'])
    expect(unseen).toEqual(['in/unknown.jpg'])
  })

  it.runIf(process.platform === 'linux')('reports a name that is no UTF-8', async () => {
    await writeFile(join(folder, 'a.jpg'), '')
    await writeFile(Buffer.concat([Buffer.from(`${folder}/Gr`), Buffer.from([0xFC]), Buffer.from('n.jpg')]), '')
    const unseen: string[] = []
    expect(await scanned({ onUnseen: (path: string) => unseen.push(path) })).toHaveLength(1)
    expect(unseen).toEqual(['Gr\uFFFDn.jpg'])
  })

  it('refuses what is not there or not a folder', async () => {
    await writeFile(join(folder, 'a.jpg'), '')
    await expect(batchesOf(scanFolder(join(folder, 'nowhere')))).rejects.toMatchObject({ code: 'FOLDER_NOT_FOUND', usage: true })
    await expect(batchesOf(scanFolder(join(folder, 'a.jpg')))).rejects.toMatchObject({ code: 'NOT_A_FOLDER', usage: true })
  })

  it('stops when told to', async () => {
    await writeFile(join(folder, 'a.jpg'), '')
    await expect(scanned({
      signal: AbortSignal.abort(),
    })).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
