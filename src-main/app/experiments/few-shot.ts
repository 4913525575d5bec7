import type { Experiment, ExperimentRow } from '#main/app/experiments/experiment'
import type { Matrix } from '#main/matrix/matrix'
import { splitGroups } from '#main/app/experiments/split-groups'
import { squaredDistance } from '#main/matrix/distance'
import { takeRows } from '#main/matrix/matrix'
import { random, shuffle } from '#main/matrix/random'

/** Groups told apart in an episode, and examples given of each. */
const tasks = [{ ways: 5, shots: 1 }, { ways: 5, shots: 5 }, { ways: 20, shots: 1 }, { ways: 20, shots: 5 }]
const episodes = 200
/** Photos asked about in an episode, of each group. */
const asked = 5

/**
 * Learning from a background set: heads are learnt from half the groups, then groups they never saw are told apart from
 * one or five examples, each photo going to the nearest class mean, as prototypical networks do (Snell et al. 2017).
 */
export const fewShot: Experiment = {
  id: 'few-shot',
  title: 'One and five examples',
  sentence: 'Heads learnt from half the groups tell the other half apart by one or five examples of each: nearest class mean, 200 episodes.',
  async run(bench) {
    const { groups, names, taps, options: { losses, dimensions, labels, seed } } = bench
    const own = taps.at(-1)!
    const split = splitGroups(groups, names.length, 0.5, labels, seed)
    const rows: ExperimentRow[] = []
    const total = losses.length * dimensions.length + 1
    const add = (method: string, space: Matrix, seconds: number | null): void => {
      rows.push({ method, dimensions: space.columns, seconds, ...Object.fromEntries(tasks.map(({ ways, shots }) =>
        [`${ways}-way ${shots}-shot`, episodesRight(space, groups, split.unseen, ways, shots, seed)])) })
    }
    bench.report(own.title, 0, total)
    add(`none (${own.title})`, own.vectors, null)
    const maps = [{ title: own.title, xy: await bench.map(takeRows(own.vectors, split.unseen)), groups: Int32Array.from(split.unseen, row => groups[row]) }]
    for (const loss of losses) {
      for (const size of dimensions) {
        bench.report(`Training by ${loss}`, rows.length, total)
        const learnt = await bench.train(own.vectors, split.labelled, split.classes, { loss, dimensions: size, seed })
        add(loss, learnt.space, learnt.seconds)
        maps.push({ title: `${loss}, ${size}-d`, xy: await bench.map(takeRows(learnt.space, split.unseen)), groups: maps[0].groups })
      }
    }
    return { rows, maps }
  },
}

/** The share of photos that go to their own group; null where there are too few groups or photos for such episodes. */
function episodesRight(space: Matrix, groups: Int32Array, rows: Int32Array, ways: number, shots: number, seed: number): number | null {
  const byGroup = [...Map.groupBy(rows, row => groups[row]).values()].filter(({ length }) => length > shots)
  if (byGroup.length < ways)
    return null
  const from = random(seed)
  let right = 0
  let all = 0
  for (let episode = 0; episode < episodes; episode++) {
    const chosen = shuffle([...byGroup], from).slice(0, ways).map(members => shuffle([...members], from))
    const [hits, count] = episodeRight(space, chosen, shots)
    right += hits
    all += count
  }
  return right / all
}

function episodeRight({ columns, values }: Matrix, groups: number[][], shots: number): [number, number] {
  const means = new Float32Array(groups.length * columns)
  groups.forEach((members, at) => {
    for (const row of members.slice(0, shots)) {
      for (let d = 0; d < columns; d++)
        means[at * columns + d] += values[row * columns + d] / shots
    }
  })
  let right = 0
  let count = 0
  groups.forEach((members, own) => {
    for (const row of members.slice(shots, shots + asked)) {
      let nearest = 0
      let least = Infinity
      for (let at = 0; at < groups.length; at++) {
        const distance = squaredDistance(values, row * columns, means, at * columns, columns)
        if (distance < least) {
          least = distance
          nearest = at
        }
      }
      right += nearest === own ? 1 : 0
      count++
    }
  })
  return [right, count]
}
