import type { GroupSplit } from '#main/app/experiments/split-groups'
import type { Matrix } from '#main/matrix/matrix'
import type { BenchRow } from '#tests/bench/bench-row'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { libraryOf } from '#main/app/core-context'
import { splitGroups } from '#main/app/experiments/split-groups'
import { openCore } from '#main/app/open-core'
import { ownSpace } from '#main/app/show-space'
import { applyHead } from '#main/learn/apply-head'
import { learnHead } from '#main/learn/learn-head'
import { learnWithoutLabels } from '#main/learn/learn-without-labels'
import { losses, lossOf } from '#main/learn/losses/table'
import { squaredDistance } from '#main/matrix/distance'
import { classShares, logisticRegression } from '#main/matrix/logistic-regression'
import { matrix, rowOf, takeRows } from '#main/matrix/matrix'
import { nearestNeighbourAccuracy } from '#main/matrix/nearest-neighbour-accuracy'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { unitLength } from '#main/matrix/unit-length'
import { median } from '#tests/bench/bench-row'
import { photoFolder } from '#tests/bench/photo-folder'

const labelsPerClass = [5, 20]
const neighboursAsked = 5

interface GroupedPhotos {
  title: string
  /** [N, D]: as the backbone gives them. */
  features: Matrix
  /** [N]: the folder of each, from 0. */
  groups: Int32Array
  count: number
}

/** One draw of what is labelled, and what can be had of it without a learnt space. */
interface Draw extends GroupSplit {
  regression: number
  unseenRaw: number
}

/**
 * Half the classes never get a label, the others 5 or 20 each, and every loss learns from them: are the labelled classes
 * told apart as well as by a logistic regression on the same features, and the others better than before? What is
 * measured is the head that was learnt, whether or not `learn` would keep it.
 */
export async function run(words: string[]): Promise<BenchRow[]> {
  const { values } = parseArgs({
    args: words,
    options: { loss: { type: 'string', multiple: true, default: Object.keys(losses) }, seeds: { type: 'string', default: '5' } },
  })
  const rows: BenchRow[] = []
  for (const set of await groupedSets()) {
    for (const labels of labelsPerClass) {
      const draws: Draw[] = []
      for (let seed = 0; seed < Number(values.seeds); seed++)
        draws.push(await draw(set, labels, seed))
      for (const loss of values.loss)
        rows.push(...await rowsOf(set, draws, loss, `${set.title}, ${labels} a class, ${loss}`))
    }
  }
  return rows
}

async function rowsOf({ features, groups }: GroupedPhotos, draws: Draw[], loss: string, name: string): Promise<BenchRow[]> {
  const byMean: number[] = []
  const byNeighbours: number[] = []
  const unseen: number[] = []
  let kept = 0
  for (const [seed, { labelled, classes, seen, unseen: never }] of draws.entries()) {
    const learn = lossOf(loss).withoutLabels ? learnWithoutLabels : learnHead
    const learnt = await learn({ features, rows: labelled, classes }, { loss, seed })
    const space = await applyHead(features, learnt.head)
    const own = takeRows(space, labelled)
    const classOf = new Map(Array.from(labelled, (row, at) => [groups[row], classes[at]]))
    const truth = Array.from(seen, row => classOf.get(groups[row])!)
    byMean.push(shareAlike(nearest(takeRows(space, seen), classMeans(own, classes), 1), at => at, truth))
    byNeighbours.push(shareAlike(nearest(takeRows(space, seen), own, neighboursAsked), at => classes[at], truth))
    unseen.push(await alikeNearest(takeRows(space, never), groups, never))
    kept += learnt.kept ? 1 : 0
  }
  const [ours, how] = median(byMean) >= median(byNeighbours) ? [byMean, 'nearest mean'] as const : [byNeighbours, `${neighboursAsked}-NN`] as const
  return [
    {
      name: `${name}: labelled (${how}; kept ${kept}/${draws.length})`,
      ours: median(ours),
      peer: median(draws.map(({ regression }) => regression)),
      unit: 'share',
      ratio: median(ours.map((share, i) => share / draws[i].regression)),
      bar: '≥ 1',
    },
    {
      name: `${name}: never labelled, gained`,
      ours: median(unseen),
      peer: median(draws.map(({ unseenRaw }) => unseenRaw)),
      unit: 'share',
      ratio: median(unseen.map((share, i) => share - draws[i].unseenRaw)),
      bar: '≥ 0.02',
    },
  ]
}

async function draw({ features, groups, count }: GroupedPhotos, labels: number, seed: number): Promise<Draw> {
  const split = splitGroups(groups, count, 0.5, labels, seed)
  const raw = unitLength(features)
  const classifier = await logisticRegression(raw, split.labelled, split.classes, Math.max(...split.classes) + 1)
  const groupOf = new Map(Array.from(split.labelled, (row, at) => [split.classes[at], groups[row]]))
  const shares = new Float64Array(classifier.classes)
  const right = split.seen.filter((row) => {
    classShares(classifier, raw, row, shares)
    return groupOf.get(shares.indexOf(Math.max(...shares))) === groups[row]
  })
  return {
    ...split,
    regression: right.length / split.seen.length,
    unseenRaw: await alikeNearest(takeRows(raw, split.unseen), groups, split.unseen),
  }
}

/** The share of photos whose nearest other one is of their group. */
async function alikeNearest(space: Matrix, groups: Int32Array, rows: Int32Array): Promise<number> {
  return nearestNeighbourAccuracy(await nearestNeighboursScan(space, 1), Int32Array.from(rows, row => groups[row]))
}

/** For each row the nearest k of others, nearest first. */
function nearest(rows: Matrix, others: Matrix, k: number): number[][] {
  return Array.from({ length: rows.rows }, (_, i) => {
    const away = Float32Array.from({ length: others.rows }, (_, j) =>
      squaredDistance(rows.values, i * rows.columns, others.values, j * others.columns, rows.columns))
    return Array.from(away.keys()).sort((a, b) => away[a] - away[b]).slice(0, k)
  })
}

/** The share of rows that most of their neighbours name right; of equally many, the nearest's word counts. */
function shareAlike(neighbours: number[][], classOf: (at: number) => number, truth: number[]): number {
  const right = neighbours.filter((near, i) => {
    const votes = Map.groupBy(near.map(classOf), of => of)
    const most = Math.max(...[...votes.values()].map(({ length }) => length))
    return [...votes].find(([, { length }]) => length === most)![0] === truth[i]
  })
  return right.length / truth.length
}

function classMeans(of: Matrix, classes: Int32Array): Matrix {
  const means = matrix(Math.max(...classes) + 1, of.columns)
  const counts = new Float64Array(means.rows)
  classes.forEach(own => counts[own]++)
  classes.forEach((own, at) => {
    const mean = rowOf(means, own)
    rowOf(of, at).forEach((value, d) => mean[d] += value / counts[own])
  })
  return means
}

/** The sets of photos there are, as the default backbone sees them. */
async function groupedSets(): Promise<GroupedPhotos[]> {
  const photos = await groupedPhotos('photos')
  const small = await groupedPhotos('cifar10-sample')
  // Without real photos both are the same drawn ones.
  return small.real ? [photos, small] : [photos]
}

async function groupedPhotos(set: 'photos' | 'cifar10-sample'): Promise<GroupedPhotos & { real: boolean }> {
  const { photos: folder, scratch, real, clean } = await photoFolder(set)
  const { client, context, close } = await openCore({ home: scratch })
  try {
    await client.library.open({ folder, file: join(scratch, 'generalisation.silhouette'), index: false })
    await client.tasks.ended({ task: (await client.indexing.start({})).id })
    const library = libraryOf(context.core)
    const { photos, vectors } = await library.vectorsOf(ownSpace(library))
    const pathOf = new Map<number, string>((await client.photos.paths()).map(({ id, path }) => [id, path]))
    const names = Array.from(photos, photo => pathOf.get(photo)!.split('/').slice(0, -1).join('/'))
    const known = [...new Set(names)].sort()
    return {
      title: real ? set : 'drawn photos',
      features: vectors,
      groups: Int32Array.from(names, name => known.indexOf(name)),
      count: known.length,
      real,
    }
  }
  finally {
    await close()
    await clean()
  }
}
