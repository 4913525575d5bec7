import type { Database } from 'better-sqlite3'
import type { CoreContext } from '#main/app/core-context'
import type { TaughtRows } from '#main/app/labelled-vectors'
import type { TaskRun } from '#main/app/task-board'
import type { LearntHead } from '#main/learn/learn-head'
import type { Matrix } from '#main/matrix/matrix'
import type { RunRow } from '#main/store/runs'
import type { SpaceRow } from '#main/store/spaces'
import type { SpaceVectors } from '#main/store/vectors'
import type { HeldOutQuality } from '#shared/contract/common'
import type { LearnOptions } from '#shared/contract/learning'
import type { RunId, SpaceId } from '#shared/domain/ids'
import { arrangeAndKeep } from '#main/app/arrange-map'
import { libraryOf } from '#main/app/core-context'
import { embedByRun } from '#main/app/embed-by-run'
import { fillRunSpace } from '#main/app/fill-run-spaces'
import { taughtRows } from '#main/app/labelled-vectors'
import { optimizerOf, scheduleOf } from '#main/app/learn-options'
import { ownSpace, showProjection } from '#main/app/show-space'
import { stopSuggesting, suggestSoon } from '#main/app/suggest-labels'
import { tuneNetwork } from '#main/app/tune-network'
import { usualMethod } from '#main/app/usual-method'
import { lossOf } from '#main/learn/losses/table'
import { addRun, runById } from '#main/store/runs'
import { addSpace } from '#main/store/spaces'
import { countVectors, saveVectors } from '#main/store/vectors'
import { actTitle } from '#shared/domain/act-title'

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

/**
 * Trains a head on the labels there are, or the network itself with one. If it is better on labels held out, the whole
 * library is embedded in its space, laid out from where it lies now, and shown; if not, the run is kept as a record and
 * nothing else changes.
 * @throws FOLDER_AWAY, NOT_ENOUGH_LABELS, LOSS_NOT_FINITE, DEPTH_NOT_POSSIBLE, OPERATOR_NOT_TRAINABLE, MODEL_OUT_OF_MEMORY, CANCELLED
 */
export async function learnFromLabels(core: CoreContext, task: TaskRun, options: LearnOptions, startedMs = Date.now()): Promise<LearnResult> {
  // What would be suggested in the space there is will hardly be wanted in two seconds, and takes time from learning.
  if (options.depth === 'head')
    await stopSuggesting(core)
  try {
    return await learn(core, task, options, startedMs)
  }
  finally {
    suggestSoon(core)
  }
}

async function learn(core: CoreContext, task: TaskRun, options: LearnOptions, startedMs: number): Promise<LearnResult> {
  const started = performance.now()
  const library = libraryOf(core)
  const { signal } = task
  const under = ownSpace(library)
  const of = await library.vectorsOf(under)
  const labelled = await taughtRows(library, of)
  const { withoutLabels } = lossOf(options.loss)
  const learnt: Learnt = options.depth === 'head'
    ? await trainHead(core, task, { of, labelled, options })
    : await tuneNetwork(core, task, { under, of, labelled, options })
  const { network, embedding, dimensions, before, after, beyondActs, kept, verdict, curve } = learnt
  const seconds = (performance.now() - started) / 1000
  const { backbone, tap } = under
  const { loss, depth, optimizer, schedule, clusters, seed } = options
  const { run, space } = writeDown(library.db, {
    backbone,
    tap,
    loss,
    depth,
    optimizer,
    schedule,
    clusters,
    dimensions,
    seed,
    photos: withoutLabels ? 0 : labelled.rows.length,
    labels: withoutLabels ? 0 : labelled.labels.length,
    startedMs,
    seconds,
    before,
    after,
    beyondActs,
    kept,
    verdict,
    curve,
  }, network)
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
  if (!space)
    return result

  if (embedding) {
    await saveVectors(library.db, { space: space.id, photos: of.photos, vectors: embedding })
    // Photos that were embedded while the head was learnt belong on its map too.
    if (countVectors(library.db, under.id) > of.photos.length)
      await fillRunSpace(core, library, space, signal)
  }
  else {
    task.report({ step: 'Seeing the library anew', done: 0, total: 0 })
    await embedByRun(core, library, runById(library.db, run)!, space, {
      signal,
      gate: task.gate,
      onProgress: ({ embedded, failed, perSecond, total }) => task.report({ done: embedded + failed, failed, rate: perSecond, total, unit: 'photos' }),
    })
  }
  task.report({ step: 'Arranging the map' })
  const { id } = await arrangeAndKeep(core, { space, method: usualMethod(space), seed, signal })
  showProjection(library, id, actTitle('Learn (run {n})', { n: run }))
  core.changes.tell('library', 'map', 'labels', 'runs')
  return { ...result, space: space.id }
}

/** Writes down a run and, where it is kept, its space: both or neither, so that a run that is kept can always be shown. */
function writeDown(db: Database, record: Omit<RunRow, 'id'>, network: Uint8Array): { run: RunId, space: SpaceRow | undefined } {
  const { backbone, tap, dimensions, kept } = record
  return db.transaction(() => {
    const run = addRun(db, record, network)
    return { run, space: kept ? addSpace(db, { backbone, tap, run, dimensions }) : undefined }
  })()
}

interface Teaching {
  of: SpaceVectors
  labelled: TaughtRows
  options: LearnOptions
}

/**
 * What was learnt, and the network that it is: a head, or the end of the backbone from where training began. A head that
 * is kept comes with what the whole library is by it.
 */
type Learnt = Pick<LearntHead, 'dimensions' | 'before' | 'after' | 'beyondActs' | 'kept' | 'verdict' | 'curve'> & { network: Uint8Array, embedding?: Matrix }

async function trainHead(core: CoreContext, task: TaskRun, { of, labelled: { rows, classes, acts }, options }: Teaching): Promise<Learnt> {
  const { dimensions, loss, seed, clusters } = options
  const { head, ...learnt } = await core.onnx.call('learnHead', {
    features: of.vectors,
    rows,
    classes,
    acts,
    dimensions,
    loss,
    optimizer: optimizerOf(options.optimizer),
    schedule: scheduleOf(options.schedule),
    seed,
    clusters: clusters ?? undefined,
    embed: true,
  }, {
    signal: task.signal,
    onProgress: point => task.point(point),
  })
  return { network: head, ...learnt }
}
