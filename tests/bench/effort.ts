import type { Round } from '#main/app/simulate/run-simulation'
import type { strategies } from '#main/app/simulate/table'
import type { BenchRow } from '#tests/bench/bench-row'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { openCore } from '#main/app/open-core'
import { simulateOn } from '#main/app/simulate/simulate-on'
import { median } from '#tests/bench/bench-row'
import { photoFolder } from '#tests/bench/photo-folder'

const seeds = [0, 1, 2]
const wanted = 0.95

/** What a simulated user reaches with what the page proposes, beside margin sampling, on photos whose folders are the truth. */
export async function run(): Promise<BenchRow[]> {
  const rows = await onSet(await photoFolder(), 'photos', [20, 40, 60], true)
  const small = await photoFolder('cifar10-sample')
  if (small.real)
    return [...rows, ...await onSet(small, 'CIFAR-10', [20, 50, 100], false)]
  // Drawn photos have been played on already.
  await small.clean()
  return rows
}

/** The rows of one set: the share right after so many acts, and where it can be had, the acts to 0.95. */
async function onSet({ photos, scratch, clean }: Awaited<ReturnType<typeof photoFolder>>, set: string, told: number[], toWanted: boolean): Promise<BenchRow[]> {
  try {
    const library = join(scratch, 'effort.silhouette')
    const { client, close } = await openCore({ home: scratch })
    await client.library.open({ folder: photos, file: library, index: false })
    await client.tasks.ended({ task: (await client.indexing.start({})).id })
    await close()
    const play = async (strategy: keyof typeof strategies, seed: number): Promise<Round[]> =>
      simulateOn(library, await mkdtemp(join(scratch, 'play-')), { strategy, budget: told.at(-1)!, seed })
    const ours: Round[][] = []
    const margin: Round[][] = []
    for (const seed of seeds) {
      ours.push(await play('proposals', seed))
      margin.push(await play('margin', seed))
    }
    const at = (runs: Round[][], actions: number): number => median(runs.map(rounds => (rounds[actions - 1] ?? rounds.at(-1)!).accuracy))
    const reached = median(ours.map(rounds => rounds.find(({ accuracy }) => accuracy >= wanted)?.actions ?? Infinity))
    return [
      ...told.map((actions): BenchRow => ({
        name: `${set}: right after ${actions} actions`,
        ours: at(ours, actions),
        peer: at(margin, actions),
        unit: 'share',
        ratio: at(ours, actions) / at(margin, actions),
        bar: null,
      })),
      ...toWanted ? [{ name: `${set}: actions to ${wanted}`, ours: reached, peer: null, unit: 'actions', ratio: null, bar: '≤ 40' }] : [],
    ]
  }
  finally {
    await clean()
  }
}
