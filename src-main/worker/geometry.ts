import type { GeometryJobs } from '#main/app/geometry-jobs'
import { assess } from '#main/app/experiments/assess'
import { clustersAt } from '#main/cluster/cluster-tree'
import { buildClusterTree } from '#main/cluster/density-clusters'
import { suggestLabels } from '#main/learn/suggest-labels'
import { matrix } from '#main/matrix/matrix'
import { trustworthiness } from '#main/matrix/trustworthiness'
import { projectSpace } from '#main/project/project-space'
import { projectionMethods } from '#main/project/table'
import { serveJobs } from '#main/threads/serve-jobs'
import { workBehind } from '#main/threads/work-behind'
import { drawClusters } from '#main/worker/draw-clusters'

workBehind()
serveJobs<GeometryJobs>({
  async project({ method, space, neighbours, previous, seed, draft }, { signal, progress }) {
    const xy = await projectSpace(projectionMethods[method], {
      space,
      neighbours,
      previous,
      seed,
      draft,
      signal,
      onProgress: (_, done) => progress(done),
    })
    return { xy, trustworthiness: draft ? null : await trustworthiness(space, matrix(space.rows, 2, xy), { seed, signal }) }
  },

  clusterTree: ({ xy }, { signal }) => buildClusterTree(xy, signal),

  async clusters({ tree, xy, granularity, scores, classNames }) {
    return drawClusters(clustersAt(tree, granularity), xy, scores, classNames)
  },

  suggest: (inputs, { signal }) => suggestLabels(inputs, { signal }),

  assess: (request, { signal }) => assess(request, signal),
})
