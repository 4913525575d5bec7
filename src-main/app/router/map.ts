import { clustersOfMap } from '#main/app/clusters-of-map'
import { libraryOf } from '#main/app/core-context'
import { describeSpaces } from '#main/app/describe-spaces'
import { projectAndShow } from '#main/app/project-and-show'
import { serve } from '#main/app/router/serve'
import { shownProjection, showProjection, spaceGiven } from '#main/app/show-space'
import { suggestSoon } from '#main/app/suggest-labels'
import { usualMethod } from '#main/app/usual-method'
import { projectionOfSpace } from '#main/store/projections'
import { blobOf } from '#shared/contract/blobs'

const step = 'Arranging the map'

export const mapRouter = {
  current: serve.map.current.handler(({ context: { core } }) => {
    const library = libraryOf(core)
    const shown = shownProjection(library)
    const space = shown && describeSpaces(library).find(({ id }) => id === shown.space)
    return shown && space
      ? {
          projection: shown.id,
          space,
          method: shown.method,
          ids: blobOf(shown.photos),
          xy: blobOf(shown.xy),
        }
      : null
  }),
  spaces: serve.map.spaces.handler(({ context: { core } }) => describeSpaces(libraryOf(core))),
  project: serve.map.project.handler(({ context: { core }, input }) => {
    const space = spaceGiven(libraryOf(core), input.space)
    return core.tasks.start('project', step, run => projectAndShow(core, run, { ...input, space }))
  }),
  show: serve.map.show.handler(({ context: { core }, input }) => {
    const library = libraryOf(core)
    const space = spaceGiven(library, input.space)
    const known = projectionOfSpace(library.db, space.id)
    if (!known)
      return core.tasks.start('project', step, run => projectAndShow(core, run, { space, method: usualMethod(space), seed: 0 }))
    showProjection(library, known.id, 'Show another view')
    core.changes.tell('library', 'map', 'labels', 'runs', 'suggestions')
    suggestSoon(core)
    return null
  }),
  clusters: serve.map.clusters.handler(async ({ context: { core }, input }) => {
    const { projection, of, clusters } = await clustersOfMap(core, input.granularity)
    return {
      projection,
      of: blobOf(of),
      clusters,
    }
  }),
}
