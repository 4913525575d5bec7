import type { LearnResult } from '#main/app/learn-from-labels'
import type { Core } from '#shared/contract/contract'
import type { SmallLibrary } from '#tests/fixtures/small-library'
import { existsSync } from 'node:fs'
import { copyFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { photosOf } from '#main/hosts/cli/photos-at'
import { blobOf } from '#shared/contract/blobs'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { indexSmall, smallLibrary } from '#tests/fixtures/small-library'

async function labelledLibrary(each: number): Promise<SmallLibrary> {
  const library = await smallLibrary(each)
  const { core } = library
  const some = (await photosOf(core)).filter((_, at) => at % 3 > 0)
  await core.labels.assignEach({ photos: some.map(({ id }) => id), labels: some.map(({ path }) => path.split('/')[0]) })
  return library
}

async function learn(core: Core, options: Parameters<Core['learning']['learn']>[0]): Promise<LearnResult> {
  const { id } = await core.learning.learn({ dimensions: 4, ...options })
  const { error, result } = await core.tasks.ended({ task: id })
  expect(error).toBeNull()
  return result as unknown as LearnResult
}

describe('training the network itself', { timeout: 120_000 }, () => {
  for (const depth of ['last-stage', 'all']) {
    it(`learns at depth ${depth}, and embeds the library and what comes to it later by what was learnt`, async () => {
      const { core, photos, work } = await labelledLibrary(10)
      const learnt = await learn(core, { depth })
      const [run] = await core.learning.runs()
      expect(run).toMatchObject({ depth, dimensions: 4, labels: 3, photos: 20 })
      expect(run.curve.length).toBeGreaterThan(2)
      expect(run.verdict.length).toBeGreaterThan(20)
      expect(existsSync(join(work, 'small.silhouette.cache', 'activations.sqlite'))).toBe(true)
      expect(await readdir(join(work, 'small.silhouette.cache'))).not.toContainEqual(expect.stringContaining('training-'))
      expect(learnt.kept).toBe(run.kept)
      const spaceOfRun = async (): Promise<number | undefined> => (await core.map.spaces()).find(({ id }) => id === learnt.space)?.photos
      expect(await spaceOfRun()).toBe(run.kept ? 30 : undefined)
      await copyFile(join(photos, 'boats', 'boats-001.jpg'), join(photos, 'boats', 'later.jpg'))
      await generatePhotos(join(photos, 'more'), { each: 1, kinds: ['boats'], seed: 9 })
      await indexSmall(core)
      expect(await spaceOfRun()).toBe(run.kept ? 32 : undefined)
    })
  }

  it('leaves out a labelled photo that cannot be read any more, and deals what is held out among the others', async () => {
    const { core, photos } = await labelledLibrary(10)
    await writeFile(join(photos, 'boats', 'boats-001.jpg'), 'no picture any more')
    await learn(core, { depth: 'last-stage' })
    const [run] = await core.learning.runs()
    expect(run).toMatchObject({ photos: 20, labels: 3 })
    expect(run.curve.length).toBeGreaterThan(2)
  })

  /** Two labels with so many photos each. */
  async function twoLabels(core: Core, each: number): Promise<void> {
    const all = await photosOf(core)
    const some = ['balls', 'boats'].flatMap(kind => all.filter(({ path }) => path.startsWith(kind)).slice(0, each))
    await core.labels.assign({ photos: blobOf(Uint32Array.from(all, ({ id }) => id)), label: null })
    await core.labels.assignEach({ photos: some.map(({ id }) => id), labels: some.map(({ path }) => path.split('/')[0]) })
  }

  it('says that there are too few labels before it reads a photo', async () => {
    const { core, photos } = await labelledLibrary(4)
    await twoLabels(core, 2)
    await rm(photos, { recursive: true })
    const { id } = await core.learning.learn({ dimensions: 4, depth: 'last-stage' })
    expect((await core.tasks.ended({ task: id })).error).toMatchObject({ code: 'NOT_ENOUGH_LABELS', message: expect.stringContaining('three photos each') })
  })

  it('learns from two labels with three photos each', async () => {
    const { core } = await labelledLibrary(4)
    await twoLabels(core, 3)
    await learn(core, { depth: 'last-stage' })
    expect((await core.learning.runs())[0]).toMatchObject({ photos: 6, labels: 2, before: { accuracy: expect.any(Number) } })
  })

  it('leaves photos out whose content could not be read: what is kept of one would be taken for the other', async () => {
    const { core, work } = await labelledLibrary(10)
    const library = new Sqlite(join(work, 'small.silhouette'))
    library.exec(`UPDATE photo SET hash = '' WHERE id IN (SELECT id FROM photo WHERE path LIKE 'b%' ORDER BY id LIMIT 6)`)
    library.close()
    await learn(core, { depth: 'last-stage' })
    const kept = new Sqlite(join(work, 'small.silhouette.cache', 'activations.sqlite'), { readonly: true })
    onTestFinished(() => void kept.close())
    expect(kept.prepare(`SELECT count(DISTINCT hash) > 10 AS some, sum(hash = '') AS unread FROM activations`).get()).toEqual({ some: 1, unread: 0 })
  })

  it('is cancelled at once, and leaves the old space', async () => {
    const { core } = await labelledLibrary(10)
    const before = await core.map.spaces()
    const { id } = await core.learning.learn({ dimensions: 4, depth: 'all' })
    await core.tasks.cancel({ task: id })
    expect((await core.tasks.ended({ task: id })).state).toBe('cancelled')
    expect(await core.map.spaces()).toEqual(before)
    expect(await core.learning.runs()).toEqual([])
  })

  it('refuses a loss without labels, which would lead a network anywhere', async () => {
    const { core } = await labelledLibrary(4)
    await expect(core.learning.learn({ dimensions: 4, depth: 'last-stage', loss: 'dec' })).rejects.toMatchObject({ code: 'LOSS_FOR_HEADS_ONLY' })
  })
})
