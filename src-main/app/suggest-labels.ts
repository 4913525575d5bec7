import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { Suggestions } from '#main/store/suggestions'
import type { LabelId, PhotoId } from '#shared/domain/ids'
import { libraryOf } from '#main/app/core-context'
import { eachMatch } from '#main/app/each-match'
import { taughtRows } from '#main/app/labelled-vectors'
import { likenessVectors } from '#main/app/likeness-vectors'
import { neighboursInSpace } from '#main/app/neighbours-in-space'
import { shownSpace, spaceGiven } from '#main/app/show-space'
import { assignments, countsByLabel, labelsOf } from '#main/store/assignments'
import { labelById, labels } from '#main/store/labels'
import { countPhotos } from '#main/store/photos'
import { photosRefusing, refusals } from '#main/store/refusals'
import { runById } from '#main/store/runs'
import { noSuggestions, saveSuggestions, suggestionsIn } from '#main/store/suggestions'

/**
 * What is suggested now in the shown space. Photos labelled since, labels removed and suggestions refused since the
 * suggestions were worked out are left out, so that the page never waits for new ones to be right.
 */
export function currentSuggestions(library: OpenLibrary): Suggestions {
  const { photos, labels: suggested, confidences } = shownSuggestions(library)
  if (photos.length === 0)
    return noSuggestions
  const labelled = new Uint8Array(photos.length)
  eachMatch(photos, assignments(library.db).photos, at => labelled[at] = 1)
  const known = new Set<number>(labels(library.db).map(({ id }) => id))
  const refused = refusals(library.db)
  // What is left moves up: the arrays were read for this call alone.
  let kept = 0
  for (let at = 0; at < photos.length; at++) {
    if (labelled[at] || !known.has(suggested[at]) || refused.get(photos[at])?.has(suggested[at]))
      continue
    photos[kept] = photos[at]
    suggested[kept] = suggested[at]
    confidences[kept++] = confidences[at]
  }
  return { photos: photos.slice(0, kept), labels: suggested.slice(0, kept), confidences: confidences.slice(0, kept) }
}

/** The same for a single photo; undefined where nothing is suggested. */
export function currentSuggestion(library: OpenLibrary, photo: PhotoId): { label: LabelId, confidence: number } | undefined {
  const { db } = library
  const { photos, labels: suggested, confidences } = shownSuggestions(library)
  const at = photos.indexOf(photo)
  const label = suggested[at] as LabelId
  if (at < 0 || labelsOf(db, [photo])[0] || !labelById(db, label) || photosRefusing(db, label).includes(photo))
    return undefined
  return { label, confidence: confidences[at] }
}

function shownSuggestions(library: OpenLibrary): Suggestions {
  const space = shownSpace(library)
  return space === undefined
    ? noSuggestions
    : suggestionsIn(library.db, space)
}

/** Neighbours of each photo that labels spread along. */
const neighboursUsed = 10

/**
 * Works the suggestions out anew in the shown space; there are none before two labels have photos.
 * @returns how many there are. @throws NOTHING_EMBEDDED, CANCELLED
 */
export async function refreshSuggestions(core: CoreContext, signal?: AbortSignal): Promise<number> {
  const library = libraryOf(core)
  const space = spaceGiven(library)
  const counts = [...countsByLabel(library.db).values()]
  // With a single label every photo would be that, and surely so.
  if (counts.length < 2 || counts.reduce((sum, count) => sum + count) === countPhotos(library.db)) {
    saveSuggestions(library.db, space.id, noSuggestions)
  }
  else {
    const of = await likenessVectors(library, space)
    const { photos } = of
    const { rows, classes, acts, labels } = await taughtRows(library, { photos })
    const { rows: suggestedRows, classes: suggested, confidences } = await core.geometry.call('suggest', {
      space: of.vectors,
      neighbours: await neighboursInSpace(core, of, neighboursUsed, signal),
      rows,
      classes,
      acts,
      beyondActs: space.run === null ? 1 : runById(library.db, space.run)?.beyondActs,
      classCount: labels.length,
      refused: refusedClasses(library, photos, labels),
    }, { signal })
    if (!library.db.open)
      return 0
    saveSuggestions(library.db, space.id, {
      photos: Uint32Array.from(suggestedRows, row => photos[row]),
      labels: Uint32Array.from(suggested, at => labels[at]),
      confidences,
    })
  }
  core.changes.tell('suggestions')
  return currentSuggestions(library).photos.length
}

const underway = new WeakMap<CoreContext, { abort: AbortController, done: Promise<void> }>()

/** How long to wait for a next act before suggestions are worked out: people label in bursts. */
const restMs = 200

/** Works the suggestions out again a moment after labels or the shown space changed; never waited for. */
export function suggestSoon(core: CoreContext): void {
  underway.get(core)?.abort.abort()
  const abort = new AbortController()
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, restMs)
    abort.signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  }).then(async () => {
    if (!abort.signal.aborted && core.library && shownSpace(core.library) !== undefined)
      await refreshSuggestions(core, abort.signal)
  }).catch(() => {})
  underway.set(core, { abort, done })
}

/** Stops what `suggestSoon` began. */
export async function stopSuggesting(core: CoreContext): Promise<void> {
  const work = underway.get(core)
  work?.abort.abort()
  await work?.done
}

/** Pairs of row and class the user refused, one after another. */
function refusedClasses(library: OpenLibrary, photos: Uint32Array, labels: number[]): Int32Array {
  const rowOf = new Map(Array.from(photos, (photo, row) => [photo, row]))
  const classOf = new Map(labels.map((label, at) => [label, at]))
  const pairs: number[] = []
  for (const [photo, refused] of refusals(library.db)) {
    for (const label of refused) {
      const row = rowOf.get(photo)
      const at = classOf.get(label)
      if (row !== undefined && at !== undefined)
        pairs.push(row, at)
    }
  }
  return Int32Array.from(pairs)
}
