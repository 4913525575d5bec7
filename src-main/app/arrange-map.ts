import type { CoreContext } from '#main/app/core-context'
import type { Projection } from '#main/store/projections'
import type { SpaceRow } from '#main/store/spaces'
import type { SpaceVectors } from '#main/store/vectors'
import type { ProjectionMethod } from '#shared/contract/map'
import type { ProjectionId } from '#shared/domain/ids'
import { NothingEmbedded } from '#main/app/app-errors'
import { libraryOf } from '#main/app/core-context'
import { eachMatch } from '#main/app/each-match'
import { likenessVectors } from '#main/app/likeness-vectors'
import { neighboursInSpace } from '#main/app/neighbours-in-space'
import { shownProjection } from '#main/app/show-space'
import { projectionMethods } from '#main/project/table'
import { addProjection } from '#main/store/projections'

/** How a space is to be laid out. */
export interface Arrangement {
  space: SpaceRow
  method: ProjectionMethod
  seed: number
  /** The map whose photos start where they lie on it, and whose bearings are kept; by default the shown one. */
  from?: Projection
  /** A map that stands in until the next one, made with less care. */
  draft?: boolean
  signal: AbortSignal
  /** The share done, 0 to 1. */
  onProgress?: (done: number) => void
}

/** A map made, not yet kept. */
export type ArrangedMap = Omit<Projection, 'id'>

/**
 * Lays out a space: from where its photos lie on the shown map or another, and with that map's bearings.
 * @throws NOTHING_EMBEDDED, DIRECT_NEEDS_TWO_DIMENSIONS, CANCELLED
 */
export async function arrangeMap(core: CoreContext, arrangement: Arrangement): Promise<ArrangedMap> {
  const library = libraryOf(core)
  const { space, method, seed, from = shownProjection(library), draft = false, signal, onProgress } = arrangement
  const of = await likenessVectors(library, space)
  if (of.photos.length === 0)
    throw new NothingEmbedded()
  const k = projectionMethods[method].neighbours(of.photos.length)
  const { xy, trustworthiness } = await core.geometry.call('project', {
    method,
    space: of.vectors,
    neighbours: await neighboursInSpace(core, of, k, signal),
    previous: from && placesOn(from, of),
    seed,
    draft,
  }, { signal, onProgress })
  return {
    space: space.id,
    method,
    seed,
    createdMs: Date.now(),
    trustworthiness,
    photos: of.photos,
    xy,
  }
}

/** The same, kept as a projection of its own. */
export async function arrangeAndKeep(core: CoreContext, arrangement: Arrangement): Promise<ArrangedMap & { id: ProjectionId }> {
  const map = await arrangeMap(core, arrangement)
  return {
    ...map,
    id: addProjection(libraryOf(core).db, map),
  }
}

/** [N, 2] where the photos of a space lie on a map, NaN for those that do not. */
function placesOn(map: Projection, { photos }: SpaceVectors): Float32Array {
  const places = new Float32Array(2 * photos.length).fill(Number.NaN)
  eachMatch(photos, map.photos, (at, from) => {
    places[2 * at] = map.xy[2 * from]
    places[2 * at + 1] = map.xy[2 * from + 1]
  })
  return places
}
