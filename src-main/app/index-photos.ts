import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { TaskRun } from '#main/app/task-board'
import type { Backbone } from '#main/backbones/backbone'
import type { EmbedProgress } from '#main/embed/embed-photos'
import type { PhotoToEmbed } from '#main/embed/photo-batch'
import type { SpaceRow } from '#main/store/spaces'
import type { LackingPhoto } from '#main/store/vectors'
import type { PhotoFailure } from '#shared/contract/library'
import type { Task } from '#shared/contract/tasks'
import type { PhotoId } from '#shared/domain/ids'
import { PhotoSuspect, Unknown } from '#main/app/app-errors'
import { backboneHere, backboneOf } from '#main/app/backbone-in-use'
import { commitBatch } from '#main/app/commit-batch'
import { libraryOf } from '#main/app/core-context'
import { embedThrough } from '#main/app/embed-through'
import { fillRunSpaces } from '#main/app/fill-run-spaces'
import { growMap, mapIsOld } from '#main/app/grow-map'
import { lookThroughFolder } from '#main/app/look-through-folder'
import { notReadable, unseenAs } from '#main/app/not-readable'
import { openBackbone, releaseBackbone } from '#main/app/opened-backbone'
import { freshPhotos, knownPhotos } from '#main/app/photos-to-embed'
import { ProvisionalMap } from '#main/app/provisional-map'
import { folderOf } from '#main/app/require-folder'
import { shownProjection } from '#main/app/show-space'
import { tapsKept } from '#main/app/taps-kept'
import { everyTap } from '#main/backbones/every-tap'
import { clearFailures, saveFailure } from '#main/store/failures'
import { clearFlights, land, stranded, takeOff } from '#main/store/in-flight'
import { countPhotos, photoById } from '#main/store/photos'
import { setSetting, setting } from '#main/store/settings'
import { addSpace, spaceOfTap } from '#main/store/spaces'
import { countVectors, photosLacking } from '#main/store/vectors'
import { reportOf } from '#shared/errors/silhouette-error'

/** What indexing is told. */
export interface IndexOptions {
  /** Tries again what could not be read before. */
  retry: boolean
  /** Default: the library's own, or the first that is on this machine. */
  backbone?: string
  /** Layers to keep beside the backbone's last; default: those the library has. */
  taps?: string[]
}

/** What indexing came to: what the command line prints. */
export interface IndexResult extends Record<string, unknown> {
  photos: number
  embedded: number
  skipped: number
  /** Photos that cannot be read, and what of the folder cannot be looked at. */
  failed: PhotoFailure[]
  seconds: number
  photosPerSecond: number
  backbone: string
  executionProvider: string
}

/** A crash this often with the same photo in hand, and the photo is set aside. */
const crashesForgiven = 2

const firstStep = 'Looking through the folder'

/** Starts to index the open library. @throws NO_LIBRARY, TASK_BUSY, CANCELLED */
export function startIndexing(core: CoreContext, options: IndexOptions): Task {
  libraryOf(core)
  return core.tasks.start('index', firstStep, run => indexPhotos(core, run, options))
}

/**
 * Brings the library up to date with its folder: finds what is new, changed, moved or gone, embeds what has no vector
 * yet, and arranges the map. Everything is committed batch by batch: a run that ends early, however it ends, loses
 * only the batch in hand, and the next one goes on from there.
 * @throws FOLDER_AWAY, FOLDER_NOT_FOUND, FOLDER_EMPTY, UNKNOWN_BACKBONE, UNKNOWN_TAP, MODEL_MISSING, THREAD_LOST, CANCELLED
 */
export async function indexPhotos(core: CoreContext, run: TaskRun, options: IndexOptions): Promise<IndexResult> {
  const started = performance.now()
  const library = libraryOf(core)
  const folder = folderOf(library)
  const { backbone, file } = await backboneHere(core, options.backbone ?? (backboneOf(library) || undefined))
  const taps = tapsOf(backbone, options.taps ?? tapsKept(library, backbone))

  if (options.retry)
    clearFailures(library.db)
  const news = await lookThroughFolder(library, folder, run.signal, found => run.report({ step: firstStep, done: found }))
  library.gone.clear()
  library.unseen = news.unseen.map(path => unseenAs(folder, path))
  if (news.changed) {
    library.forgetVectors()
    core.changes.tell('photos', 'library', 'labels')
  }
  setSetting(library.db, 'backbone', backbone.id)
  const spaces = taps.map(tap => spaceFor(library, backbone, tap))

  const suspects = new Set<number>(takeSuspects(library))
  const lacking = await photosLacking(library.db, spaces.map(({ id }) => id))
  const suspected = lacking.filter(({ id }) => suspects.has(id))
  const others = lacking.filter(({ id }) => !suspects.has(id))
  const total = lacking.length + news.fresh.length
  const known = countVectors(library.db, spaces[0].id)

  const { embedded, perSecond } = total > 0
    ? await embedAll({ core, library, run, folder, backbone, file, spaces, total }, suspected, others, freshPhotos(library, folder, news.fresh, run.signal))
    : { embedded: 0, perSecond: 0 }

  await fillRunSpaces(core, library, run.signal)
  if (embedded > 0 || mapIsOld(library, shownProjection(library))) {
    run.report({
      step: 'Arranging the map',
      done: 0,
      total: 0,
      rate: 0,
    })
    await growMap(core, library, spaces[0], { signal: run.signal })
  }
  core.changes.tell('photos', 'library', 'map')
  return {
    photos: countPhotos(library.db),
    embedded,
    skipped: known,
    failed: notReadable(library),
    seconds: (performance.now() - started) / 1000,
    photosPerSecond: perSecond,
    backbone: backbone.id,
    executionProvider: setting(library.db, 'executionProvider') ?? 'none',
  }
}

interface Embedding {
  core: CoreContext
  library: OpenLibrary
  run: TaskRun
  folder: string
  backbone: Backbone
  file: string
  spaces: SpaceRow[]
  total: number
}

/** @returns how many photos were embedded, and at which rate from the moment the network was ready */
async function embedAll(
  { core, library, run, folder, backbone, file, spaces, total }: Embedding,
  suspected: LackingPhoto[],
  lacking: LackingPhoto[],
  fresh: AsyncIterable<PhotoToEmbed>,
): Promise<{ embedded: number, perSecond: number }> {
  const taps = spaces.map(({ tap }) => tap)
  // Photos are decoded while the network is made ready; the rate counts from the moment it is.
  let started = performance.now()
  const opened = openBackbone(core, { model: file, backbone, taps }).then((ready) => {
    started = performance.now()
    setSetting(library.db, 'executionProvider', ready.provider)
    return ready
  })
  opened.catch(() => {})
  const map = new ProvisionalMap(core, library, spaces[0], run.signal)
  const before = { embedded: 0, failed: 0 }
  run.report({ step: 'Reading photos', done: 0, total })

  const embed = (photos: AsyncIterable<PhotoToEmbed> | Iterable<PhotoToEmbed>): Promise<EmbedProgress> => embedThrough(core, backbone, photos, {
    opened,
    folder,
    onStart: ids => takeOff(library.db, ids as PhotoId[]),
    onBatch: (batch, { embedded, failed, perSecond }) => {
      commitBatch(library, batch, spaces)
      library.forgetVectors()
      run.report({ done: before.embedded + before.failed + embedded + failed, failed: before.failed + failed, rate: perSecond })
      core.changes.tell('photos')
      map.grow()
    },
    gate: run.gate,
    signal: run.signal,
  })
  const add = ({ embedded, failed }: EmbedProgress): void => {
    before.embedded += embedded
    before.failed += failed
  }

  let orderly = true
  try {
    // One at a time: if one of them ends the program again, it is known which.
    for (const photo of knownPhotos(folder, suspected))
      add(await embed([photo]))
    add(await embed(joined(knownPhotos(folder, lacking), fresh)))
  }
  catch (error) {
    orderly = reportOf(error).code !== 'THREAD_LOST'
    throw error
  }
  finally {
    await map.settled()
    await releaseBackbone(core, opened)
    if (orderly && library.db.open)
      clearFlights(library.db)
  }
  return { embedded: before.embedded, perSecond: 1000 * before.embedded / (performance.now() - started) }
}

async function* joined(first: Iterable<PhotoToEmbed>, then: AsyncIterable<PhotoToEmbed>): AsyncGenerator<PhotoToEmbed> {
  yield* first
  yield* then
}

/** Sets photos aside that ended the program before, too often; @returns the others that did once, to be handled with care */
function takeSuspects(library: OpenLibrary): number[] {
  const careful: number[] = []
  for (const { id, attempts } of stranded(library.db)) {
    if (attempts >= crashesForgiven) {
      const { code, message } = new PhotoSuspect(photoById(library.db, id)!.path, attempts)
      saveFailure(library.db, { id, code, message })
      land(library.db, id)
    }
    else {
      careful.push(id)
    }
  }
  return careful
}

function tapsOf(backbone: Backbone, wanted: string[]): string[] {
  const known = everyTap(backbone).map(({ id }) => id)
  for (const tap of wanted) {
    if (!known.includes(tap))
      throw new Unknown('tap', tap, known)
  }
  return [
    ...new Set([backbone.defaultTap, ...wanted]),
  ]
}

function spaceFor(library: OpenLibrary, backbone: Backbone, tap: string): SpaceRow {
  return spaceOfTap(library.db, backbone.id, tap) ?? addSpace(library.db, {
    backbone: backbone.id,
    tap,
    run: null,
    dimensions: everyTap(backbone).find(({ id }) => id === tap)!.columns,
  })
}
