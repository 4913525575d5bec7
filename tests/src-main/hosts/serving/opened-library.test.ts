import type { CoreHandle } from '#main/app/open-core'
import type { OpenedLibrary } from '#main/hosts/serving/opened-library'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCore } from '#main/app/open-core'
import { followLibrary, openLibrary } from '#main/hosts/serving/opened-library'

let work: string
let folder: string
let core: CoreHandle

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'silhouette-opened-'))
  folder = join(work, 'photos')
  await mkdir(folder)
  await sharp({
    create: {
      width: 32,
      height: 32,
      channels: 3,
      background: '#3366cc',
    },
  }).jpeg().toFile(join(folder, 'blue.jpg'))
  core = await openCore({
    home: join(work, 'home'),
  })
})

afterEach(async () => {
  await core.close()
  await rm(work, { recursive: true })
})

describe('openLibrary', () => {
  it('opens nothing where nothing is asked for', async () => {
    await openLibrary(core.client, {})
    expect(await core.client.library.current()).toBeNull()
  })

  it('opens a folder, in the library file that is named', async () => {
    const library = join(work, 'mine.silhouette')
    await openLibrary(core.client, { folder, library })
    expect(await core.client.library.current()).toMatchObject({ folder, file: library })
  })

  it('opens a library without its folder where that is away, and only then', async () => {
    const library = join(work, 'mine.silhouette')
    await openLibrary(core.client, { folder, library })
    await core.client.library.close()
    await rename(folder, join(work, 'unplugged'))
    await openLibrary(core.client, { folder, library })
    expect(await core.client.library.current()).toMatchObject({ file: library })

    await expect(openLibrary(core.client, {
      folder: join(work, 'nowhere'),
    })).rejects.toMatchObject({ code: 'FOLDER_NOT_FOUND' })
  })
})

describe('followLibrary', () => {
  it('tells which library is open, until it is told to stop', async () => {
    const told: OpenedLibrary[] = []
    const names: string[][] = []
    const stopping = new AbortController()
    const following = followLibrary(core.client, (opened, recent) => {
      told.push(opened)
      names.push(recent.map(({ name }) => name))
    }, stopping.signal)
    await expect.poll(() => told).toEqual([{}])
    await openLibrary(core.client, { folder })
    await expect.poll(() => told.at(-1)?.folder).toBe(folder)
    expect(names.at(-1)).toEqual(['photos'])
    stopping.abort()
    await following
  })
})
