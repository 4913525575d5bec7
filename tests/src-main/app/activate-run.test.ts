import type { RunId } from '#shared/domain/ids'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { libraryOf } from '#main/app/core-context'
import { openCore } from '#main/app/open-core'
import { photosOf } from '#main/hosts/cli/photos-at'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

/** A library on a map, half of its 24 photos labelled by their folders. */
async function halfLabelled() {
  const work = await temporaryFolder()
  const folder = join(work, 'photos')
  await generatePhotos(folder, { each: 8, kinds: ['balls', 'boats', 'city'] })
  const { client, context: { core }, close } = await openCore({ home: join(work, 'home'), threads: 1 })
  onTestFinished(close)
  await client.library.open({ folder, file: join(work, 'one.silhouette'), index: false })
  expect((await client.tasks.ended({ task: (await client.indexing.start({})).id })).error).toBeNull()
  const some = (await photosOf(client)).filter((_, at) => at % 2 === 0)
  await client.labels.assignEach({ photos: some.map(({ id }) => id), labels: some.map(({ path }) => path.split('/')[0]) })
  return { client, core }
}

it('lays out the space of a run that was cancelled before it had a map, and shows it', async () => {
  const { client, core } = await halfLabelled()
  const { id } = await client.learning.learn({ dimensions: 4 })
  onTestFinished(core.changes.listen(({ kind }) => kind === 'runs' && core.tasks.cancel(id)))
  expect((await client.tasks.ended({ task: id })).state).toBe('cancelled')
  const [run] = await client.learning.runs()
  expect(run).toMatchObject({ kept: true, space: expect.any(Number), shown: false })

  const task = await client.learning.activate({ run: run.id })
  expect(await client.tasks.ended({ task: task!.id })).toMatchObject({ kind: 'project', state: 'done' })
  expect(await client.map.current()).toMatchObject({ space: { id: run.space, photos: 24 } })
  expect((await client.learning.runs())[0].shown).toBe(true)
  expect((await client.labels.list()).undo).toBe('Show run 1')

  // Back and forth, each by the map it has.
  expect(await client.learning.activate({ run: null })).toBeNull()
  expect((await client.learning.runs())[0].shown).toBe(false)
  expect(await client.learning.activate({ run: run.id })).toBeNull()
  expect((await client.learning.runs())[0].shown).toBe(true)
  await expect(client.learning.activate({ run: 7 as RunId })).rejects.toMatchObject({ code: 'UNKNOWN_RUN', message: 'There is no run 7. There are: 1.' })
})

it('keeps no run without its space, wherever it is cut off', async () => {
  const { client, core } = await halfLabelled()
  libraryOf(core).db.exec('CREATE TRIGGER cut BEFORE INSERT ON space BEGIN SELECT RAISE(ABORT, \'cut off\'); END')
  const { id } = await client.learning.learn({ dimensions: 4 })
  expect((await client.tasks.ended({ task: id })).state).toBe('failed')
  expect(await client.learning.runs()).toEqual([])
})
