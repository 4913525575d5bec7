import type { Experiment, ExperimentMap, ExperimentRow } from '#main/app/experiments/experiment'
import { rowOf } from '#main/app/experiments/compare-losses'
import { splitGroups } from '#main/app/experiments/split-groups'
import { takeRows } from '#main/matrix/matrix'

/** Introspection: what each layer of the network tells apart, from texture to objects, beside the learnt space. */
export const hierarchy: Experiment = {
  id: 'hierarchy',
  title: 'Layer by layer',
  sentence: 'Every layer that is kept, low to high, and a space learnt from the last, measured on photos without a label.',
  async run(bench) {
    const { taps, groups, names, options: { labels, losses: [loss], dimensions: [size], seed } } = bench
    const split = splitGroups(groups, names.length, 1, labels, seed)
    const own = taps.at(-1)!
    const rows: ExperimentRow[] = []
    const maps: ExperimentMap[] = []
    bench.report('Learning', 0, taps.length + 1)
    const learnt = await bench.learn(own.vectors, split.labelled, split.classes, { loss, dimensions: size, seed })
    for (const { title, vectors, seconds } of [
      ...taps.map(tap => ({ title: tap.title, vectors: tap.vectors, seconds: null })),
      { title: `learnt (${loss})`, vectors: learnt.space, seconds: learnt.seconds },
    ]) {
      bench.report(title, rows.length, taps.length + 1)
      rows.push(rowOf(title, vectors.columns, null, seconds, await bench.assess({ space: vectors, groups, ...split, seed })))
      maps.push({ title, xy: await bench.map(takeRows(vectors, split.seen)), groups: Int32Array.from(split.seen, row => groups[row]) })
    }
    return { rows, maps }
  },
}
