import type { Done } from '#main/app/act'
import type { OpenLibrary } from '#main/app/open-library'
import type { Projection } from '#main/store/projections'
import type { SpaceRow } from '#main/store/spaces'
import type { ActTitle } from '#shared/domain/act-title'
import type { ProjectionId, SpaceId } from '#shared/domain/ids'
import { act } from '#main/app/act'
import { NothingEmbedded, Unknown } from '#main/app/app-errors'
import { projectionById, spaceOfProjection } from '#main/store/projections'
import { runById } from '#main/store/runs'
import { setting } from '#main/store/settings'
import { spaceById, spaceOfTap, spaces } from '#main/store/spaces'
import { countVectors } from '#main/store/vectors'

/** The projection on the map now; undefined before the first. */
export function shownProjection({ db }: OpenLibrary): Projection | undefined {
  const id = setting(db, 'projection')
  return id === undefined
    ? undefined
    : projectionById(db, id as ProjectionId)
}

/** The space of the projection on the map now, without reading where photos lie; undefined before the first. */
export function shownSpace({ db }: OpenLibrary): SpaceId | undefined {
  const id = setting(db, 'projection')
  return id === undefined
    ? undefined
    : spaceOfProjection(db, id as ProjectionId)
}

/** The space given by id, or else the shown one, or before any map the backbone's own. @throws UNKNOWN_SPACE, NOTHING_EMBEDDED */
export function spaceGiven(library: OpenLibrary, id?: number): SpaceRow {
  const { db } = library
  if (id !== undefined) {
    const space = spaceById(db, id as SpaceId)
    if (!space)
      throw new Unknown('space', id, spaces(db).map(({ id }) => id))
    return space
  }
  const shown = shownSpace(library)
  const space = shown === undefined
    ? spaces(db).find(({ run }) => run === null)
    : spaceById(db, shown)
  if (!space)
    throw new NothingEmbedded()
  return space
}

/**
 * The backbone's own space that learning starts from: the tap under the shown run, or the shown tap, or the library's
 * first. @throws NOTHING_EMBEDDED
 */
export function ownSpace(library: OpenLibrary): SpaceRow {
  const { db } = library
  const id = shownSpace(library)
  const shown = id && spaceById(db, id)
  const run = shown && shown.run !== null
    ? runById(db, shown.run)
    : undefined
  const own = run
    ? spaceOfTap(db, run.backbone, run.tap)
    : shown ?? spaces(db).find(({ id, run }) => run === null && countVectors(db, id) > 0)
  if (!own)
    throw new NothingEmbedded()
  return own
}

/** Puts a projection on the map: an act that can be undone, but no labelling work. */
export function showProjection(library: OpenLibrary, projection: ProjectionId, title: ActTitle): Done {
  const before = setting(library.db, 'projection') ?? null
  return act(library, {
    kind: 'show',
    title,
    effort: 0,
    changes: {
      shown: { before, after: projection },
    },
  })
}
