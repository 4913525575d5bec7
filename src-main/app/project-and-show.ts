import type { Arrangement } from '#main/app/arrange-map'
import type { CoreContext } from '#main/app/core-context'
import type { TaskRun } from '#main/app/task-board'
import type { SpaceRow } from '#main/store/spaces'
import type { ProjectionMethod } from '#shared/contract/map'
import type { Task } from '#shared/contract/tasks'
import type { ActTitle } from '#shared/domain/act-title'
import type { ProjectionId } from '#shared/domain/ids'
import { arrangeAndKeep } from '#main/app/arrange-map'
import { libraryOf } from '#main/app/core-context'
import { showProjection } from '#main/app/show-space'
import { suggestSoon } from '#main/app/suggest-labels'
import { usualMethod } from '#main/app/usual-method'
import { projectionOfSpace } from '#main/store/projections'
import { actTitle } from '#shared/domain/act-title'

type Wanted = Omit<Arrangement, 'signal' | 'onProgress'>

/** Starts to lay out a space anew and to show it: an act that can be undone. @throws TASK_BUSY, CANCELLED */
export function startProjecting(core: CoreContext, arrangement: Wanted, title = actTitle('Arrange the map anew')): Task {
  return core.tasks.start('project', 'Arranging the map', run => projectAndShow(core, run, arrangement, title))
}

/** @returns what the command line prints */
async function projectAndShow(core: CoreContext, run: TaskRun, arrangement: Wanted, title: ActTitle): Promise<Record<string, unknown>> {
  const started = performance.now()
  run.report({ unit: 'steps', total: 100 })
  const { id, trustworthiness } = await arrangeAndKeep(core, {
    ...arrangement,
    signal: run.signal,
    onProgress: done => run.report({
      done: Math.round(100 * done),
    }),
  })
  show(core, id, title)
  return { projection: id, seconds: (performance.now() - started) / 1000, trustworthiness }
}

/**
 * Shows a space by its last projection, by the method given or any. Where it has none, one is made first.
 * @returns the task that makes it, or null where the space is shown already. @throws TASK_BUSY
 */
export function showSpace(core: CoreContext, space: SpaceRow, title: ActTitle, method?: ProjectionMethod): Task | null {
  const known = projectionOfSpace(libraryOf(core).db, space.id, method)
  if (!known)
    return startProjecting(core, { space, method: method ?? usualMethod(space), seed: 0 }, title)
  show(core, known.id, title)
  return null
}

function show(core: CoreContext, projection: ProjectionId, title: ActTitle): void {
  showProjection(libraryOf(core), projection, title)
  core.changes.tell('library', 'map', 'labels', 'runs', 'suggestions')
  suggestSoon(core)
}
