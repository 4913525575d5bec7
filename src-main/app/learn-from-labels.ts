import type { CoreContext } from '#main/app/core-context'
import type { TaskRun } from '#main/app/task-board'
import type { HeldOutQuality } from '#shared/contract/common'
import type { LearnOptions } from '#shared/contract/learning'
import type { RunId, SpaceId } from '#shared/domain/ids'
import { arrangeAndKeep } from '#main/app/arrange-map'
import { libraryOf } from '#main/app/core-context'
import { labelledRows } from '#main/app/labelled-vectors'
import { ownSpace, showProjection } from '#main/app/show-space'
import { suggestSoon } from '#main/app/suggest-labels'
import { usualMethod } from '#main/app/usual-method'
import { losses } from '#main/learn/losses/table'
import { addRun } from '#main/store/runs'
import { addSpace } from '#main/store/spaces'
import { saveVectors } from '#main/store/vectors'

/** What learning came to: what the command line prints. `seconds` is the training and the embedding of the library; the map takes its own time after. */
export interface LearnResult extends Record<string, unknown> {
  run: RunId
  space: SpaceId | null
  loss: string
  seconds: number
  heldOut: { before: HeldOutQuality, after: HeldOutQuality }
  kept: boolean
  verdict: string
}

/** The losses there are to choose from, for a menu. */
export function lossesToChoose(): { id: string, title: string, sentence: string }[] {
  return Object.values(losses).map(({ id, title, sentence }) => ({ id, title, sentence }))
}

/**
 * Trains a head on the labels there are. If it is better on labels held out, the whole library is embedded in its
 * space, laid out from where it lies now, and shown; if not, the run is kept as a record and nothing else changes.
 * @throws NOT_ENOUGH_LABELS, LOSS_NOT_FINITE, MODEL_OUT_OF_MEMORY, CANCELLED
 */
export async function learnFromLabels(core: CoreContext, task: TaskRun, options: LearnOptions, startedMs = Date.now()): Promise<LearnResult> {
  const started = performance.now()
  const library = libraryOf(core)
  const { signal } = task
  const under = ownSpace(library)
  const of = await library.vectorsOf(under)
  const { rows, classes, labels } = labelledRows(library, of)
  const learnt = await core.onnx.call('learnHead', {
    features: of.vectors,
    rows,
    classes,
    dimensions: options.dimensions,
    loss: options.loss,
    seed: options.seed,
  }, {
    signal,
    onProgress: point => task.point(point),
  })
  const { head, dimensions, before, after, kept, verdict, curve } = learnt

  task.report({ step: 'Seeing the library anew' })
  const embedded = kept
    ? await core.onnx.call('applyHead', {
        features: of.vectors,
        head: head.slice(),
      }, { signal })
    : undefined
  const seconds = (performance.now() - started) / 1000
  const { backbone, tap } = under
  const { loss, depth, seed } = options
  const run = addRun(library.db, {
    backbone,
    tap,
    loss,
    depth,
    dimensions,
    seed,
    photos: rows.length,
    labels: labels.length,
    startedMs,
    seconds,
    before,
    after,
    kept,
    verdict,
    curve,
  }, head)
  core.changes.tell('runs')
  const result = {
    run,
    space: null,
    loss,
    seconds,
    heldOut: { before, after },
    kept,
    verdict,
  }
  if (!embedded)
    return result

  const space = addSpace(library.db, { backbone, tap, run, dimensions })
  await saveVectors(library.db, { space: space.id, photos: of.photos, vectors: embedded })
  task.report({ step: 'Arranging the map' })
  const { id } = await arrangeAndKeep(core, { space, method: usualMethod(space), seed, signal })
  showProjection(library, id, `Learn (run ${run})`)
  core.changes.tell('library', 'map', 'labels', 'runs')
  suggestSoon(core)
  return { ...result, space: space.id }
}
