import type { Arrangement } from '#main/app/arrange-map'
import type { CoreContext } from '#main/app/core-context'
import type { TaskRun } from '#main/app/task-board'
import { arrangeAndKeep } from '#main/app/arrange-map'
import { libraryOf } from '#main/app/core-context'
import { showProjection } from '#main/app/show-space'
import { suggestSoon } from '#main/app/suggest-labels'
import { actTitle } from '#shared/domain/act-title'

/** Lays out a space anew and shows it: an act that can be undone. @returns what the command line prints */
export async function projectAndShow(core: CoreContext, run: TaskRun, arrangement: Omit<Arrangement, 'signal' | 'onProgress'>): Promise<Record<string, unknown>> {
  const started = performance.now()
  run.report({ unit: 'steps', total: 100 })
  const { id, trustworthiness } = await arrangeAndKeep(core, {
    ...arrangement,
    signal: run.signal,
    onProgress: done => run.report({
      done: Math.round(100 * done),
    }),
  })
  showProjection(libraryOf(core), id, actTitle('Arrange the map anew'))
  core.changes.tell('library', 'map', 'labels', 'runs', 'suggestions')
  suggestSoon(core)
  return { projection: id, seconds: (performance.now() - started) / 1000, trustworthiness }
}
