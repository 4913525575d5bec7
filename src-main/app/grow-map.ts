import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { Projection } from '#main/store/projections'
import type { SpaceRow } from '#main/store/spaces'
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
  if (shown)
    return await growProjection(core, library, shown, { signal, draft })
  const first = await arrangeMap(core, { space, method: usualMethod(space), seed: 0, draft, signal })
  setSetting(library.db, 'projection', addProjection(library.db, first))
  core.changes.tell('map', 'library')
}

interface Growing {
  signal: AbortSignal
  draft?: boolean
  onProgress?: (done: number) => void
}

/** Lays out a map again from where its photos lie on it, with those that came and without those that went. */
export async function growProjection(core: CoreContext, library: OpenLibrary, projection: Projection, growing: Growing): Promise<void> {
  const { id, method, seed } = projection
  const space = spaceById(library.db, projection.space)!
  const { photos, xy, trustworthiness } = await arrangeMap(core, { space, method, seed, from: projection, ...growing })
  updateProjection(library.db, { id, trustworthiness, photos, xy })
  core.changes.tell('map', 'library')
}

/** While photos are read, a map is laid out again each time there are so many times as many. */
export const growth = 4

/** Whether it is time to lay out a map again while photos are read. */
export function hasOutgrown(library: OpenLibrary, { space, photos }: Projection): boolean {
  return countVectors(library.db, space) >= growth * photos.length
}

/** Whether photos came or went since a map was laid out. */
export function mapIsOld(library: OpenLibrary, map: Projection | undefined): boolean {
  if (!map)
    return true
  const there = photosWithVectors(library.db, map.space)
  return there.length !== map.photos.length || there.some((photo, i) => photo !== map.photos[i])
}
