import type { OpenLibrary } from '#main/app/open-library'
import type { Projection } from '#main/store/projections'
import type { ProjectedMap } from '#shared/contract/map'
import { arrangeAndKeep } from '#main/app/arrange-map'
import { clustersOfMap } from '#main/app/clusters-of-map'
import { libraryOf } from '#main/app/core-context'
import { describeSpace, describeSpaces } from '#main/app/describe-spaces'
import { growProjection, hasOutgrown, mapIsOld } from '#main/app/grow-map'
import { showSpace, startProjecting } from '#main/app/project-and-show'
import { serve } from '#main/app/router/serve'
import { shownProjection, spaceGiven } from '#main/app/show-space'
import { usualMethod } from '#main/app/usual-method'
import { projectionById, projectionOfSpace } from '#main/store/projections'
import { spaceById } from '#main/store/spaces'
import { blobOf } from '#shared/contract/blobs'
import { actTitle } from '#shared/domain/act-title'

const step = 'Arranging the map'

export const mapRouter = {
  current: serve.map.current.handler(({ context: { core } }) => {
    const library = libraryOf(core)
    return described(library, shownProjection(library))
  }),
  spaces: serve.map.spaces.handler(({ context: { core } }) => describeSpaces(libraryOf(core))),
  project: serve.map.project.handler(({ context: { core }, input }) => {
    const space = spaceGiven(libraryOf(core), input.space)
    return startProjecting(core, { ...input, space })
  }),
  show: serve.map.show.handler(({ context: { core }, input }) => {
    const space = spaceGiven(libraryOf(core), input.space)
    return showSpace(core, space, actTitle('Show another view'), input.method)
  }),
  ofSpace: serve.map.ofSpace.handler(({ context: { core }, input }) => {
    const library = libraryOf(core)
    return described(library, projectionOfSpace(library.db, spaceGiven(library, input.space).id, input.method))
  }),
  arrange: serve.map.arrange.handler(({ context: { core }, input }) => {
    const space = spaceGiven(libraryOf(core), input.space)
    return core.tasks.start('project', step, async (run) => {
      run.report({ unit: 'steps', total: 100 })
      const { id, trustworthiness } = await arrangeAndKeep(core, {
        space,
        method: input.method ?? usualMethod(space),
        seed: input.seed,
        signal: run.signal,
        onProgress: done => run.report({ done: Math.round(100 * done) }),
      })
      core.changes.tell('map')
      return { projection: id, trustworthiness }
    })
  }),
  grow: serve.map.grow.handler(({ context: { core }, input }) => {
    const library = libraryOf(core)
    const map = projectionById(library.db, input.projection)
    const reading = core.tasks.underway('index') !== undefined
    if (!map || core.tasks.underway('project') || !(reading ? hasOutgrown(library, map) : mapIsOld(library, map)))
      return null
    return core.tasks.start('project', step, async (run) => {
      run.report({ unit: 'steps', total: 100 })
      await growProjection(core, library, map, { signal: run.signal, draft: reading, onProgress: done => run.report({ done: Math.round(100 * done) }) })
      return { projection: map.id }
    })
  }),
  clusters: serve.map.clusters.handler(async ({ context: { core }, input }) => {
    const { projection, of, clusters } = await clustersOfMap(core, libraryOf(core), input.granularity, input.projection)
    return {
      projection,
      of: blobOf(of),
      clusters,
    }
  }),
}

function described(library: OpenLibrary, projection: Projection | undefined): ProjectedMap | null {
  const space = projection && spaceById(library.db, projection.space)
  return projection && space
    ? {
        projection: projection.id,
        space: describeSpace(library, space),
        method: projection.method,
        ids: blobOf(projection.photos),
        xy: blobOf(projection.xy),
      }
    : null
}
