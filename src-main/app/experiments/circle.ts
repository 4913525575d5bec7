import type { Experiment, ExperimentBench, ExperimentMap, ExperimentRow } from '#main/app/experiments/experiment'
import { squaredDistance } from '#main/matrix/distance'
import { takeRows } from '#main/matrix/matrix'
import { random, shuffle } from '#main/matrix/random'

/** Photos labelled in each of the two groups, round by round. */
const rounds = [0, 3, 6, 12, 24]

/** The article's third experiment: two groups that fall together are labelled, a few more each round, until they come apart. */
export const circle: Experiment = {
  id: 'circle',
  title: 'Two groups that fall together',
  sentence: 'The two groups that the network mixes up most; each round labels more of both, learns, and measures photos that stay unlabelled.',
  async run(bench) {
    const { groups, names, taps, options: { losses: [loss], dimensions: [size], labels, seed } } = bench
    const own = taps.at(-1)!.vectors
    const [a, b] = mostMixed(bench)
    const from = random(seed)
    const rowsOf = (group: number): number[] => shuffle(Array.from(groups.keys()).filter(row => groups[row] === group), from)
    const pair = [a, b].map(rowsOf)
    const others = names.map((_, group) => group).filter(group => group !== a && group !== b)
    const background = others.flatMap(group => rowsOf(group).slice(0, labels).map(row => ({ row, group })))
    const most = Math.min(rounds.at(-1)!, Math.floor(Math.min(...pair.map(({ length }) => length)) / 2))
    const held = Int32Array.from(pair.flatMap(rows => rows.slice(most)))
    const rows: ExperimentRow[] = []
    const maps: ExperimentMap[] = []
    const wanted = [...new Set(rounds.map(count => Math.min(count, most)))]
    for (const [round, count] of wanted.entries()) {
      bench.report(`Round ${round}`, round, wanted.length)
      const labelled = [...background, ...pair.flatMap((rows, i) => rows.slice(0, count).map(row => ({ row, group: [a, b][i] })))]
      const seenGroups = [...new Set(labelled.map(({ group }) => group))]
      const learnt = labelled.length > 0 && seenGroups.length > 1
        ? await bench.learn(own, Int32Array.from(labelled, ({ row }) => row), Int32Array.from(labelled, ({ group }) => seenGroups.indexOf(group)), { loss, dimensions: size, seed })
        : { space: own, seconds: 0 }
      const { unseenAccuracy, unseenSilhouette, unseenNmi } = await bench.assess({ space: learnt.space, groups, labelled: new Int32Array(0), seen: new Int32Array(0), unseen: held, seed })
      rows.push({ 'round': round, 'groups': `${names[a]} and ${names[b]}`, 'labelled of each': count, 'seconds': learnt.seconds, '1-NN': unseenAccuracy, 'silhouette': unseenSilhouette, 'NMI': unseenNmi })
      maps.push({ title: `${count} of each labelled`, xy: await bench.map(takeRows(learnt.space, held)), groups: Int32Array.from(held, row => groups[row]) })
    }
    return { rows, maps }
  },
}

/** Groups need as many photos for their rounds to tell anything, where enough have them. */
const leastPhotos = 24

/** The two groups whose photos are most often each other's nearest, for their sizes. */
function mostMixed({ groups, names, taps }: ExperimentBench): [number, number] {
  const { columns, values } = taps.at(-1)!.vectors
  const sizes = names.map((_, group) => groups.reduce((sum, one) => sum + (one === group ? 1 : 0), 0))
  const bySize = names.map((_, group) => group).sort((x, y) => sizes[y] - sizes[x])
  const large = new Set(bySize.filter((group, rank) => rank < 3 || sizes[group] >= leastPhotos))
  const mixed = new Float64Array(names.length ** 2)
  for (let i = 0; i < groups.length; i++) {
    let nearest = -1
    let least = Infinity
    for (let j = 0; j < groups.length; j++) {
      const distance = i === j ? Infinity : squaredDistance(values, i * columns, values, j * columns, columns)
      if (distance < least) {
        least = distance
        nearest = j
      }
    }
    const [low, high] = [groups[i], groups[nearest]].sort((x, y) => x - y)
    if (low !== high && large.has(low) && large.has(high))
      mixed[low * names.length + high] += 1 / Math.sqrt(sizes[low] * sizes[high])
  }
  const at = mixed.indexOf(Math.max(...mixed))
  return [Math.floor(at / names.length), at % names.length]
}
