import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { SpaceRow } from '#main/store/spaces'
import type { ProjectionId } from '#shared/domain/ids'
import { arrangeMap } from '#main/app/arrange-map'
import { shownProjection } from '#main/app/show-space'
import { usualMethod } from '#main/app/usual-method'
import { addProjection, updateProjection } from '#main/store/projections'
import { setSetting } from '#main/store/settings'
import { spaceById } from '#main/store/spaces'
import { countVectors, photosWithVectors } from '#main/store/vectors'

/**
 * Brings the shown map up to date with the photos there are: it is laid out again from where everything lies, new
 * photos are placed among their neighbours, and the same projection goes on being shown. Makes the first one where
 * there is none. Nothing to undo: the user did not do it.
 */
export async function growMap(core: CoreContext, library: OpenLibrary, own: SpaceRow, { signal, draft = false }: { signal: AbortSignal, draft?: boolean }): Promise<void> {
  const shown = shownProjection(library)
  const space = shown
    ? spaceById(library.db, shown.space)!
    : own
  if (countVectors(library.db, space.id) === 0)
    return
  const { photos, xy, trustworthiness, ...map } = await arrangeMap(core, {
    space,
    method: shown?.method ?? usualMethod(space),
    seed: shown?.seed ?? 0,
    draft,
    signal,
  })
  if (shown) {
    updateProjection(library.db, {
      id: shown.id,
      trustworthiness,
      photos,
      xy,
    })
  }
  else {
    setSetting(library.db, 'projection', addProjection(library.db, { ...map, trustworthiness, photos, xy }) as ProjectionId)
  }
  core.changes.tell('map', 'library')
}

/** Whether photos came or went since the shown map was laid out. */
export function mapIsOld(library: OpenLibrary): boolean {
  const shown = shownProjection(library)
  if (!shown)
    return true
  const there = photosWithVectors(library.db, shown.space)
  return there.length !== shown.photos.length || there.some((photo, i) => photo !== shown.photos[i])
}
