import type { CoreContext } from '#main/app/core-context'
import type { LabelId } from '#shared/domain/ids'
import { libraryOf } from '#main/app/core-context'
import { eachMatch } from '#main/app/each-match'
import { likenessVectors } from '#main/app/likeness-vectors'
import { neighboursInSpace } from '#main/app/neighbours-in-space'
import { shownSpace, spaceGiven } from '#main/app/show-space'
import { currentSuggestions } from '#main/app/suggest-labels'
import { rowsToLabel } from '#main/learn/rows-to-label'
import { assignments } from '#main/store/assignments'

/** Something worth labelling next. */
export interface Proposal {
  kind: 'row' | 'photo'
  /** Photos without a label, the likest to the first one first: take as many from the start as are of one kind. */
  photos: Uint32Array
  /** What the first is probably, by its suggestion; null where nothing is known. */
  guess: LabelId | null
  /** How many of the photos nearest to the first are expected to be wrong as long as nothing is done. */
  expectedWrong: number
  /** Why, in a sentence for the user. */
  why: string
}

const told = 24
const neighboursUsed = 15

/** What to label next, the most useful first; empty when every photo has a label, and before the first map. @throws CANCELLED */
export async function proposeNext(core: CoreContext, signal?: AbortSignal): Promise<Proposal[]> {
  const library = libraryOf(core)
  if (shownSpace(library) === undefined)
    return []
  const of = await likenessVectors(library, spaceGiven(library))
  const labels = new Uint32Array(of.photos.length)
  const guesses = new Uint32Array(of.photos.length)
  const confidences = new Float32Array(of.photos.length)
  const assigned = assignments(library.db)
  eachMatch(of.photos, assigned.photos, (at, from) => labels[at] = assigned.labels[from])
  const suggestions = currentSuggestions(library)
  eachMatch(of.photos, suggestions.photos, (at, from) => {
    guesses[at] = suggestions.labels[from]
    confidences[at] = suggestions.confidences[from]
  })
  const neighbours = await neighboursInSpace(core, of, neighboursUsed, signal)
  const rows = await rowsToLabel({ space: of.vectors, neighbours, labels, guesses, confidences }, told, { signal })
  return rows.map(({ photos, expectedWrong }): Proposal => ({
    kind: photos.length > 1 ? 'row' : 'photo',
    photos: Uint32Array.from(photos, row => of.photos[row]),
    guess: (guesses[photos[0]] || null) as LabelId | null,
    expectedWrong,
    why: guesses[photos[0]]
      ? `The suggestions for photos like this one are unsure: for this one, ${Math.round(100 * confidences[photos[0]])} %.`
      : 'Photos without a label or a suggestion that look alike.',
  }))
}
