import type { GeometryJobs } from '#main/app/geometry-jobs'
import type { ClassScoreColumns } from '#main/store/class-scores'
import { nameClusters } from '#main/cluster/name-clusters'
import { outline } from '#main/cluster/outline'

/** Numbers clusters anew from 0, the largest first, and gives each its outline and a name. `branches` is [N], −1 for a stray. */
export function drawClusters(branches: Int32Array, xy: Float32Array, { k, classes, scores }: ClassScoreColumns, classNames: string[]): GeometryJobs['clusters']['result'] {
  const members = [
    ...Map.groupBy(branches.keys(), photo => branches[photo]),
  ]
    .filter(([branch]) => branch >= 0)
    .sort(([a, some], [b, others]) => others.length - some.length || a - b)
    .map(([, photos]) => photos)
  const of = new Int32Array(branches.length).fill(-1)
  members.forEach((photos, cluster) => photos.forEach(photo => of[photo] = cluster))

  const tops = Array.from({ length: branches.length }, (_, photo) => ({
    classes: classes.subarray(photo * k, (photo + 1) * k),
    scores: scores.subarray(photo * k, (photo + 1) * k),
  }))
  const names = nameClusters(of, members.length, classNames.length > 0
    ? tops
    : [], classNames)
  const clusters = members.map((photos, cluster) => {
    const { polygon, x, y } = outline(xy, photos)
    return {
      name: names[cluster],
      photos: photos.length,
      outline: Array.from(polygon),
      x,
      y,
    }
  })
  return { of, clusters }
}
