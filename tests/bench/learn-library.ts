import type { BenchRow } from '#tests/bench/bench-row'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore } from '#main/app/open-core'
import { median } from '#tests/bench/bench-row'
import { heapsOf } from '#tests/bench/map/heaps'
import { madeLibrary } from '#tests/bench/map/made-library'

const photos = 10_000
const labelled = 500
const kinds = 10
const rounds = 5

/** How long learning from 500 labels takes in a library of 10,000 photos, from its call until every photo is embedded anew: database and all. */
export async function learnInLibrary(): Promise<BenchRow> {
  const made = await madeLibrary(photos)
  const scratch = await mkdtemp(join(tmpdir(), 'silhouette-learn-'))
  const { client, close } = await openCore({ home: join(scratch, 'home') })
  try {
    const file = join(scratch, 'learn.silhouette')
    await copyFile(made.file, file)
    await client.library.open({ folder: made.folder, file, index: false })
    const { of } = heapsOf(photos, 0)
    const all = (await client.photos.paths()).map(({ id }) => ({ id, heap: of[id - 1] })).filter(({ heap }) => heap >= 0 && heap < kinds)
    const some = Array.from({ length: labelled }, (_, i) => all[Math.floor(i * all.length / labelled)])
    await client.labels.assignEach({ photos: some.map(({ id }) => id), labels: some.map(({ heap }) => `heap ${heap}`) })
    const seconds: number[] = []
    for (let seed = 0; seed < rounds; seed++) {
      // They are worked out after every change, and a user looks at them before going on.
      await client.suggestions.refresh()
      const { error, result } = await client.tasks.ended({ task: (await client.learning.learn({ seed })).id })
      if (!result)
        throw new Error(error?.message)
      seconds.push(result.seconds as number)
    }
    return { name: `learn, ${photos} photos, ${labelled} labels, every photo embedded anew`, ours: median(seconds), peer: null, unit: 's', ratio: null, bar: '< 2' }
  }
  finally {
    await close()
    await rm(scratch, { recursive: true, force: true })
  }
}
