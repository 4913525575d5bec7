import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { Run } from '#shared/contract/learning'
import type { Task } from '#shared/contract/tasks'
import type { RunId } from '#shared/domain/ids'
import { Unknown } from '#main/app/app-errors'
import { libraryOf } from '#main/app/core-context'
import { showSpace } from '#main/app/project-and-show'
import { ownSpace, shownSpace } from '#main/app/show-space'
import { runs } from '#main/store/runs'
import { spaceOfRun } from '#main/store/spaces'
import { actTitle } from '#shared/domain/act-title'

/** All runs, the first first. */
export function runsOf(library: OpenLibrary): Run[] {
  const shown = shownSpace(library)
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
 * @returns the task that lays it out first, where it never was. @throws UNKNOWN_RUN, NOTHING_EMBEDDED, TASK_BUSY
 */
export function activateRun(core: CoreContext, run: RunId | null): Task | null {
  const library = libraryOf(core)
  if (run === null)
    return showSpace(core, ownSpace(library), actTitle('Show the network\'s own view'))
  const space = spaceOfRun(library.db, run)
  if (!space)
    throw new Unknown('run', run, runsOf(library).filter(({ space }) => space !== null).map(({ id }) => id))
  return showSpace(core, space, actTitle('Show run {n}', { n: run }))
}
