import type { Assessment, AssessRequest } from '#main/app/experiments/experiment'
import type { Matrix } from '#main/matrix/matrix'
import { squaredDistance } from '#main/matrix/distance'
import { kMeans } from '#main/matrix/k-means'
import { takeRows } from '#main/matrix/matrix'
import { normalisedMutualInformation } from '#main/matrix/mutual-information'
import { NearestList } from '#main/matrix/nearest-list'
import { nearestNeighbourAccuracy } from '#main/matrix/nearest-neighbour-accuracy'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { pace } from '#main/matrix/pace'
import { meanSilhouette, silhouetteScores } from '#main/matrix/silhouette-scores'

const votes = 5

/** Measures a space on photos that nothing was learnt from. @throws CANCELLED */
export async function assess({ space, groups, labelled, seen, unseen, seed }: AssessRequest, signal?: AbortSignal): Promise<Assessment> {
  const known = await measured(space, groups, seen, seed, signal)
  const fresh = await measured(space, groups, unseen, seed, signal)
  return {
    seenAccuracy: seen.length > 0 && labelled.length > 0 ? await voteAccuracy(space, groups, labelled, seen, signal) : null,
    seenSilhouette: known?.silhouette ?? null,
    seenNmi: known?.nmi ?? null,
    unseenAccuracy: unseen.length > 1 ? nearestNeighbourAccuracy(await nearestNeighboursScan(takeRows(space, unseen), 1, signal), Array.from(unseen, row => groups[row])) : null,
    unseenSilhouette: fresh?.silhouette ?? null,
    unseenNmi: fresh?.nmi ?? null,
  }
}

async function measured(space: Matrix, groups: Int32Array, rows: Int32Array, seed: number, signal?: AbortSignal): Promise<{ silhouette: number, nmi: number } | undefined> {
  const truth = Array.from(rows, row => groups[row])
  const count = new Set(truth).size
  if (count < 2)
    return undefined
  const part = takeRows(space, rows)
  const { of } = await kMeans(part, count, { seed, signal })
  return { silhouette: meanSilhouette(await silhouetteScores(part, truth, { signal })), nmi: normalisedMutualInformation(of, truth) }
}

/** Of the nearest labelled photos the most frequent group wins, of equally many that of the nearest. */
async function voteAccuracy({ columns, values }: Matrix, groups: Int32Array, labelled: Int32Array, rows: Int32Array, signal?: AbortSignal): Promise<number> {
  const rest = pace('Measuring', signal)
  const list = new NearestList(Math.min(votes, labelled.length))
  let right = 0
  for (const row of rows) {
    await rest()
    list.clear()
    labelled.forEach((other, at) => list.offer(at, squaredDistance(values, row * columns, values, other * columns, columns)))
    const counts = new Map<number, number>()
    for (const at of list.indices)
      counts.set(groups[labelled[at]], (counts.get(groups[labelled[at]]) ?? 0) + 1)
    const [winner] = [...counts].sort((a, b) => b[1] - a[1])[0]
    right += winner === groups[row] ? 1 : 0
  }
  return right / rows.length
}
