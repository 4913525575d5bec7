import type { Database } from 'better-sqlite3'
import type { CoreContext } from '#main/app/core-context'
import type { TaughtRows } from '#main/app/labelled-vectors'
import type { TaskRun } from '#main/app/task-board'
import type { NetworkDepth } from '#main/backbones/split-network'
import type { FineTuned } from '#main/learn/deep/fine-tune'
import type { SpaceRow } from '#main/store/spaces'
import type { SpaceVectors } from '#main/store/vectors'
import type { LearnOptions } from '#shared/contract/learning'
import type { PhotoId } from '#shared/domain/ids'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { activationKey } from '#main/app/activation-key'
import { backboneHere } from '#main/app/backbone-in-use'
import { libraryOf } from '#main/app/core-context'
import { decodeFromFolder } from '#main/app/decode-from-folder'
import { optimizerOf, scheduleOf } from '#main/app/learn-options'
import { folderOf } from '#main/app/require-folder'
import { untilCancelled } from '#main/app/until-cancelled'
import { augmented, viewCount } from '#main/embed/augment'
import { deepFolds, fewestToTune } from '#main/learn/deep/fine-tune'
import { checkLabels } from '#main/learn/learn-head'
import { lossOf } from '#main/learn/losses/table'
import { takeRows } from '#main/matrix/matrix'
import { unitLength } from '#main/matrix/unit-length'
import { hasActivations, openActivationCache, saveActivations } from '#main/store/activation-cache'
import { photoById } from '#main/store/photos'
import { cacheFolderOf } from '#main/store/thumbnail-cache'
import { buffersIn } from '#main/threads/serve-jobs'
import { reportOf } from '#shared/errors/silhouette-error'

/** What tuning starts from. */
export interface TuneInput {
  under: SpaceRow
  of: SpaceVectors
  labelled: TaughtRows
  options: LearnOptions
}

/** Photos in a step: the deeper the training, the more each one costs. */
const batchOfDepth: Record<NetworkDepth, number> = { 'last-stage': 32, 'two-stages': 24, 'all': 16 }
/** Views sent through the frozen part at a time. */
const viewsAtOnce = 16

interface LabelledPhoto {
  file: string
  hash: string
  row: number
  label: number
  act: number
}

/**
 * Trains the last stages of the network, or all of it, on the labelled photos in several views, from the head that is
 * best without. What the frozen part makes of a view is kept, so that it is computed once for all runs.
 * @throws FOLDER_AWAY, DEPTH_NOT_POSSIBLE, OPERATOR_NOT_TRAINABLE, NOT_ENOUGH_LABELS, LOSS_NOT_FINITE, MODEL_MISSING, MODEL_OUT_OF_MEMORY, CANCELLED
 */
export async function tuneNetwork(core: CoreContext, task: TaskRun, { under, of, labelled, options }: TuneInput): Promise<Omit<FineTuned, 'network'> & { network: Uint8Array, dimensions: number, beyondActs: number }> {
  const library = libraryOf(core)
  const { signal } = task
  const { loss, seed } = options
  const how = { optimizer: optimizerOf(options.optimizer), schedule: scheduleOf(options.schedule) }
  const depth = options.depth as NetworkDepth
  const { backbone, file } = await backboneHere(core, under.backbone)
  const folder = folderOf(library)
  const photos = photosOf(library.db, folder, of, labelled)
  // Too few labels are told of before photos are read, which can take minutes.
  dealt(photos, seed)

  const { boundary } = await core.onnx.call('findBoundary', { model: file, backbone, tap: under.tap, depth }, { signal })
  const key = activationKey(backbone, boundary)
  const cacheFolder = cacheFolderOf(library.file)
  const readable = await keepActivations(core, task, photos, { key, folder, cacheFolder, preprocessing: backbone.preprocessing })
  const { folds, seen } = dealt(readable, seed)
  const { head, dimensions, beyondActs } = await core.onnx.call('learnHead', {
    features: of.vectors,
    rows: Int32Array.from(seen, ({ row }) => row),
    classes: labelsOf(seen),
    acts: actsOf(seen),
    dimensions: options.dimensions,
    loss,
    ...how,
    pointwise: true,
    seed,
  }, { signal })

  const asked = JSON.stringify([key, options, readable.map(({ hash, label }, photo) => [hash, label, folds[photo]])])
  task.report({ step: 'Training the network', done: 0, total: 0, unit: 'steps' })
  // A step of a deep network can take seconds.
  const { tail, ...tuned } = await untilCancelled(core.onnx.call('fineTune', {
    backbone,
    head,
    dimensions,
    loss,
    ...how,
    seed,
    batch: Math.min(batchOfDepth[depth], lossOf(loss).mostRows ?? Infinity),
    threads: core.threads,
    hashes: readable.map(({ hash }) => hash),
    viewCount,
    labels: labelsOf(readable),
    classCount: labelled.labels.length,
    folds,
    before: unitLength(takeRows(of.vectors, readable.map(({ row }) => row))),
    cacheFolder,
    key,
    checkpoint: join(cacheFolder, `training-${createHash('sha256').update(asked).digest('hex').slice(0, 16)}.part`),
  }, {
    signal,
    onProgress: point => task.point(point),
  }), 'Learning', signal)
  return { ...tuned, network: tail, dimensions, beyondActs }
}

/** Activations are kept by content: photos whose content could not be read would share theirs, and are left out. */
function photosOf(db: Database, folder: string, { photos }: SpaceVectors, { rows, classes, acts }: TaughtRows): LabelledPhoto[] {
  return Array.from(rows, (row, at) => {
    const { path, hash } = photoById(db, photos[row] as PhotoId)!
    return { file: join(folder, path), hash, row, label: classes[at], act: acts[at] }
  }).filter(({ hash }) => hash !== '')
}

/** Which photos are held out, and those that are not: the head to start from has seen none of the others. @throws NOT_ENOUGH_LABELS */
function dealt(photos: readonly LabelledPhoto[], seed: number): { folds: Int32Array, seen: LabelledPhoto[] } {
  const classes = labelsOf(photos)
  checkLabels({ classes }, fewestToTune)
  const folds = deepFolds(classes, seed, actsOf(photos))
  return { folds, seen: photos.filter((_, photo) => folds[photo] < 0) }
}

function labelsOf(photos: readonly LabelledPhoto[]): Int32Array {
  return Int32Array.from(photos, ({ label }) => label)
}

function actsOf(photos: readonly LabelledPhoto[]): Uint32Array {
  return Uint32Array.from(photos, ({ act }) => act)
}

/** Sends the views that are not kept yet through the frozen part. @returns the photos that could be read */
async function keepActivations(
  core: CoreContext,
  task: TaskRun,
  photos: readonly LabelledPhoto[],
  { key, folder, cacheFolder, preprocessing }: { key: string, folder: string, cacheFolder: string, preprocessing: { resize: number, crop: number } },
): Promise<LabelledPhoto[]> {
  const cache = openActivationCache(cacheFolder, key)
  try {
    const readable: LabelledPhoto[] = []
    let waiting: { hash: string, view: number, pixels: Uint8Array }[] = []
    const send = async (): Promise<void> => {
      const pixels = new Uint8Array(waiting.reduce((sum, { pixels }) => sum + pixels.length, 0))
      waiting.forEach((view, at) => pixels.set(view.pixels, at * view.pixels.length))
      const values = await core.onnx.call('activate', { pixels }, { signal: task.signal, transfer: buffersIn(pixels) })
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
      const size = bytes.length / waiting.length
      saveActivations(cache, key, waiting.map(({ hash, view }, at) => ({ hash, view, bytes: bytes.subarray(at * size, (at + 1) * size) })))
      waiting = []
    }
    task.report({ step: 'Reading the labelled photos', done: 0, total: photos.length, unit: 'photos' })
    for (const [at, photo] of photos.entries()) {
      await task.gate.passed(task.signal)
      const missing = Array.from({ length: viewCount }, (_, view) => view).filter(view => !hasActivations(cache, key, photo.hash, view))
      if (missing.length > 0) {
        try {
          const { pixels } = await decodeFromFolder(core, folder, photo.file, preprocessing)
          waiting.push(...missing.map(view => ({ hash: photo.hash, view, pixels: augmented(pixels, preprocessing.crop, view, Number.parseInt(photo.hash.slice(0, 7), 16)) })))
        }
        catch (error) {
          // A photo that cannot be read any more teaches nothing.
          if (!reportOf(error).code.startsWith('PHOTO_'))
            throw error
          continue
        }
      }
      readable.push(photo)
      if (waiting.length >= viewsAtOnce)
        await send()
      task.report({ done: at + 1 })
    }
    if (waiting.length > 0)
      await send()
    return readable
  }
  finally {
    cache.close()
  }
}
