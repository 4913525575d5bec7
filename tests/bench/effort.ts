import type { strategies } from '#main/app/simulate/table'
import type { BenchRow } from '#tests/bench/bench-row'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { openCore } from '#main/app/open-core'
import { simulateOn } from '#main/app/simulate/simulate-on'
import { median } from '#tests/bench/bench-row'
import { photoFolder } from '#tests/bench/photo-folder'

const seeds = [0, 1, 2]
const budget = 60
const told = [20, 40, 60]
const wanted = 0.95

/** What a simulated user reaches with what the page proposes, beside margin sampling, on photos whose folders are the truth. */
export async function run(): Promise<BenchRow[]> {
  const { photos, scratch, clean } = await photoFolder()
  try {
    const library = join(scratch, 'effort.silhouette')
    const { client, close } = await openCore({ home: scratch })
    await client.library.open({ folder: photos, file: library, index: false })
    await client.tasks.ended({ task: (await client.indexing.start({})).id })
    await close()
    const play = async (strategy: keyof typeof strategies, seed: number): ReturnType<typeof simulateOn> =>
      simulateOn(library, await mkdtemp(join(scratch, 'play-')), { strategy, budget, seed })
    const ours: Awaited<ReturnType<typeof play>>[] = []
    const margin: typeof ours = []
    for (const seed of seeds) {
      ours.push(await play('proposals', seed))
      margin.push(await play('margin', seed))
    }
    const at = (runs: typeof ours, actions: number): number => median(runs.map(rounds => (rounds[actions - 1] ?? rounds.at(-1)!).accuracy))
    const reached = median(ours.map(rounds => rounds.find(({ accuracy }) => accuracy >= wanted)?.actions ?? Infinity))
    return [
      ...told.map(actions => ({ name: `right after ${actions} actions`, ours: at(ours, actions), peer: at(margin, actions), unit: 'share', ratio: at(ours, actions) / at(margin, actions), bar: null })),
      { name: `actions to ${wanted}`, ours: reached, peer: null, unit: 'actions', ratio: null, bar: '≤ 40' },
    ]
  }
  finally {
    await clean()
  }
}
