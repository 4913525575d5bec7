import type { Done } from '#main/app/act'
import type { OpenLibrary } from '#main/app/open-library'
import type { Run } from '#shared/contract/learning'
import type { RunId } from '#shared/domain/ids'
import { NothingEmbedded, Unknown } from '#main/app/app-errors'
import { ownSpace, shownProjection, showProjection } from '#main/app/show-space'
import { projectionOfSpace } from '#main/store/projections'
import { runs } from '#main/store/runs'
import { spaceOfRun } from '#main/store/spaces'
import { actTitle } from '#shared/domain/act-title'

/** All runs, the first first. */
export function runsOf(library: OpenLibrary): Run[] {
  const shown = shownProjection(library)?.space
  return runs(library.db).map(({ backbone, tap, startedMs, ...run }) => {
    const space = spaceOfRun(library.db, run.id)?.id ?? null
    return {
      ...run,
      startedAt: startedMs,
      space,
      shown: space !== null && space === shown,
    }
  })
}

/**
 * Shows the space of a run, or with null the backbone's own view that the shown run learned from.
 * @throws UNKNOWN_RUN, NOTHING_EMBEDDED
 */
export function activateRun(library: OpenLibrary, run: RunId | null): Done {
  const { db } = library
  const space = run === null
    ? ownSpace(library)
    : spaceOfRun(db, run)
  const projection = space && projectionOfSpace(db, space.id)
  if (!projection) {
    if (run === null)
      throw new NothingEmbedded()
    throw new Unknown('run', run, runs(db).filter(({ kept }) => kept).map(({ id }) => id))
  }
  return showProjection(library, projection.id, run === null
    ? actTitle('Show the network\'s own view')
    : actTitle('Show run {n}', { n: run }))
}
