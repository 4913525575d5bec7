import type { PictureJobs } from '#main/app/picture-jobs'
import type { TaskRun } from '#main/app/task-board'
import type { Core } from '#shared/contract/contract'
import type { Task } from '#shared/contract/tasks'
import type { TaskId } from '#shared/domain/ids'
import { renameSync } from 'node:fs'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { indexPhotos } from '#main/app/index-photos'
import { openCore } from '#main/app/open-core'
import { PauseGate } from '#main/embed/pause-gate'
import { writeModel } from '#main/graph/protobuf/write-model'
import { Thread } from '#main/threads/thread'
import { damagedHeic } from '#tests/fixtures/damaged-heic'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { smallNetwork } from '#tests/fixtures/small-network'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

interface Opened extends Awaited<ReturnType<typeof openCore>> { folder: string }

async function openedFolder(each: number): Promise<Opened> {
  const work = await temporaryFolder()
  const home = join(work, 'home')
  await mkdir(join(home, 'models'), { recursive: true })
  await writeFile(join(home, 'models', 'small.onnx'), writeModel(smallNetwork()))
  const folder = join(work, 'photos')
  await generatePhotos(folder, { each, kinds: ['balls', 'boats'] })
  const core = await openCore({ home, threads: 1 })
  onTestFinished(core.close)
  await core.client.library.open({ folder, file: join(work, 'test.silhouette'), index: false })
  return { ...core, folder }
}

async function index(client: Core, taps?: string[]): Promise<Task> {
  const { id } = await client.indexing.start({ retry: false, backbone: 'small', taps })
  return client.tasks.ended({ task: id })
}

it('blames no photo for a thread that died, and sets the one aside that it dies of again', { timeout: 60_000 }, async () => {
  const { client, context: { core }, folder } = await openedFolder(4)
  await writeFile(join(folder, 'balls', 'killer.heic'), await damagedHeic())
  Object.assign(core, { pictures: new Thread<PictureJobs>(new URL('../threads/dying-worker.ts', import.meta.url)) })
  for (const _ of [1, 2]) {
    expect((await index(client)).error?.code).toBe('THREAD_LOST')
    expect(await client.indexing.failures()).toEqual([])
  }
  expect(await index(client)).toMatchObject({ error: null, result: { photos: 9, failed: [{ path: 'balls/killer.heic', code: 'PHOTO_SUSPECT' }] } })
  expect((await client.library.current())?.embedded).toBe(8)
})

it('ends when the folder goes away while photos are read, and goes on as if nothing had been when it is back', { timeout: 60_000 }, async () => {
  const { client, context: { core }, folder } = await openedFolder(12)
  const away = `${folder} away`
  const unpluggedRun: TaskRun = {
    id: 0 as TaskId,
    signal: new AbortController().signal,
    report: ({ step }) => step === 'Reading photos' && renameSync(folder, away),
    point: () => {},
    gate: new PauseGate(),
  }
  // Photos that are new first, then known ones that are read again for another layer.
  for (const taps of [[], ['stage-1']]) {
    await expect(indexPhotos(core, unpluggedRun, { retry: false, backbone: 'small', taps })).rejects.toMatchObject({ code: 'FOLDER_AWAY' })
    expect(await client.indexing.failures()).toEqual([])
    renameSync(away, folder)
    expect(await index(client, taps)).toMatchObject({ error: null, result: { photos: 24, failed: [] } })
    expect((await client.map.spaces()).map(({ photos }) => photos)).toEqual([24, ...taps.map(() => 24)])
  }
})

it('shares a folder with another process that indexes it at the same time', { timeout: 60_000 }, async () => {
  const { client, folder } = await openedFolder(12)
  const { file } = (await client.library.current())!
  const other = await openCore({ home: join(folder, '..', 'home'), threads: 1 })
  onTestFinished(other.close)
  await other.client.library.open({ folder, file, index: false })
  const both = await Promise.all([index(client), index(other.client)])
  expect(both.map(({ error }) => error)).toEqual([null, null])
  expect(await client.indexing.failures()).toEqual([])
  expect((await client.photos.paths()).length).toBe(24)
  expect((await client.map.spaces()).map(({ photos }) => photos)).toEqual([24])
})

it('names what of the folder it cannot look at', { timeout: 60_000 }, async () => {
  const { client, folder } = await openedFolder(2)
  // No system follows a name so long, whoever asks.
  for (const name of ['closed', 'closed.jpg', 'Gr\uFFFDn.jpg'])
    await symlink('x'.repeat(300), join(folder, 'balls', name))
  expect(await index(client)).toMatchObject({ error: null, result: { photos: 4, embedded: 4, failed: [
    { path: 'balls/Gr\uFFFDn.jpg', code: 'NAME_NOT_READABLE', message: expect.stringContaining('Rename it') },
    { path: 'balls/closed', code: 'FOLDER_NOT_READABLE', message: expect.stringContaining(join(folder, 'balls', 'closed')) },
    { path: 'balls/closed.jpg', code: 'PHOTO_NOT_PERMITTED' },
  ] } })
  expect(await client.library.current()).toMatchObject({ photos: 4, failed: 0, unseen: 3 })
  expect((await client.indexing.failures()).map(({ path }) => path)).toEqual(['balls/Gr\uFFFDn.jpg', 'balls/closed', 'balls/closed.jpg'])
})
