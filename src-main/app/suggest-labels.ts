import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { Suggestions } from '#main/store/suggestions'
import type { ProjectionId } from '#shared/domain/ids'
import { libraryOf } from '#main/app/core-context'
import { labelledRows } from '#main/app/labelled-vectors'
import { likenessVectors } from '#main/app/likeness-vectors'
import { neighboursInSpace } from '#main/app/neighbours-in-space'
import { shownProjection, spaceGiven } from '#main/app/show-space'
import { assignments, countAssignments, countsByLabel } from '#main/store/assignments'
import { labels } from '#main/store/labels'
import { countPhotos } from '#main/store/photos'
import { spaceOfProjection } from '#main/store/projections'
import { refusals } from '#main/store/refusals'
import { setting } from '#main/store/settings'
import { noSuggestions, saveSuggestions, suggestionsIn } from '#main/store/suggestions'

/**
 * What is suggested now in the shown space. Photos labelled since, labels removed and suggestions refused since the
 * suggestions were worked out are left out, so that the page never waits for new ones to be right.
 */
export function currentSuggestions(library: OpenLibrary): Suggestions {
  const shown = setting(library.db, 'projection')
  const space = shown === undefined ? undefined : spaceOfProjection(library.db, shown as ProjectionId)
  if (space === undefined)
    return noSuggestions
  const all = suggestionsIn(library.db, space)
  if (all.photos.length === 0)
    return all
  const labelled = new Set(assignments(library.db).photos)
  const known = new Set<number>(labels(library.db).map(({ id }) => id))
  const refused = refusals(library.db)
  const kept = Array.from(all.photos.keys()).filter(i =>
    !labelled.has(all.photos[i]) && known.has(all.labels[i]) && !refused.get(all.photos[i])?.has(all.labels[i]))
  return {
    photos: Uint32Array.from(kept, i => all.photos[i]),
    labels: Uint32Array.from(kept, i => all.labels[i]),
    confidences: Float32Array.from(kept, i => all.confidences[i]),
  }
}

/** Neighbours of each photo that labels spread along. */
const neighboursUsed = 10

/** Works the suggestions out anew in the shown space; there are none before two labels have photos. @returns how many there are. @throws NOTHING_EMBEDDED, CANCELLED */
export async function refreshSuggestions(core: CoreContext, signal?: AbortSignal): Promise<number> {
  const library = libraryOf(core)
  const space = spaceGiven(library)
  // With a single label every photo would be that, and surely so.
  if (countsByLabel(library.db).size < 2 || countAssignments(library.db) === countPhotos(library.db)) {
    saveSuggestions(library.db, space.id, noSuggestions)
  }
  else {
    const of = await likenessVectors(library, space)
    const { photos } = of
    const { rows, classes, labels } = labelledRows(library, { photos })
    const { rows: suggestedRows, classes: suggested, confidences } = await core.geometry.call('suggest', {
      space: of.vectors,
      neighbours: await neighboursInSpace(core, of, neighboursUsed, signal),
      rows,
      classes,
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
    if (!abort.signal.aborted && core.library && shownProjection(core.library))
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
