import type { strategies } from '#main/app/simulate/table'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCore } from '#main/app/open-core'
import { simulateOn } from '#main/app/simulate/simulate-on'
import { generatePhotos } from '#tests/fixtures/generate-photos'

const photos = 3 * 10

describe('a simulated user', { timeout: 120_000 }, () => {
  let work: string
  let library: string
  let plays = 0

  const play = async (strategy: keyof typeof strategies, budget: number, seed = 1): Promise<Awaited<ReturnType<typeof simulateOn>>> => {
    const folder = await mkdtemp(join(work, `play-${plays++}-`))
    return simulateOn(library, folder, { strategy, budget, seed })
  }

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'silhouette-simulate-'))
    library = join(work, 'truth.silhouette')
    await generatePhotos(join(work, 'photos'), { each: 10, kinds: ['balls', 'boats', 'city'] })
    const { client, close } = await openCore({ home: work })
    await client.library.open({ folder: join(work, 'photos'), file: library, index: false })
    await client.tasks.ended({ task: (await client.indexing.start({})).id })
    const { photos: of } = (await client.library.current())!
    expect(of).toBe(photos)
    await client.labels.assignEach({ photos: [(await client.photos.paths())[0].id], labels: ['mine'] })
    await close()
  })

  afterAll(() => rm(work, { recursive: true, force: true }))

  it('has a drawn library right after a few of the page\'s proposals, and leaves the library as it was', async () => {
    const before = await readFile(library)
    const rounds = await play('proposals', 12)
    expect(rounds.at(-1)!.accuracy).toBe(1)
    expect(rounds.length).toBeLessThanOrEqual(12)
    expect(rounds.map(({ actions }) => actions)).toEqual(rounds.map((_, i) => i + 1))
    expect(await readFile(library)).toEqual(before)
  })

  it('plays the same by the same seed', async () => {
    expect(await play('proposals', 3, 4)).toEqual(await play('proposals', 3, 4))
  })

  it.each(['random', 'margin'] as const)('gets there by %s too, one photo an act', async (strategy) => {
    const rounds = await play(strategy, photos)
    expect(rounds.map(({ labelled }) => labelled)).toEqual(rounds.map((_, i) => i + 1))
    expect(rounds.at(-1)!.accuracy).toBe(1)
  })
})
