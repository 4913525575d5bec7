import type { CoreContext } from '#main/app/core-context'
import type { Projection } from '#main/store/projections'
import type { LabelId } from '#shared/domain/ids'
import { clustersOfMap } from '#main/app/clusters-of-map'
import { libraryOf } from '#main/app/core-context'
import { eachMatch } from '#main/app/each-match'
import { shownProjection } from '#main/app/show-space'
import { currentSuggestions } from '#main/app/suggest-labels'
import { assignments } from '#main/store/assignments'

/** Something worth labelling next. */
export interface Proposal {
  kind: 'group' | 'photo'
  /** The photos it is about, none of them labelled; for a group all its members without a label. */
  photos: Uint32Array
  /** What they are probably, by the suggestions; null where nothing is known. */
  guess: LabelId | null
  /** How many photos are expected to be wrong as long as nothing is done. */
  expectedWrong: number
  /** Why, in a sentence for the user. */
  why: string
}

/** How finely the map is cut to look for groups. */
const granularities = [0.35, 0.5, 0.65, 0.8, 1]
const leastGroup = 3
/** No suggestion is beyond doubt. */
const leastDoubt = 0.01
/** Groups, and as many photos, that are told at once. */
const told = 24

/**
 * What to label next, the most useful first: groups and single photos whose suggestions are least sure, by how many
 * photos are expected to be wrong in them. A group is worth one act only if it is of one kind, which the user sees.
 * @throws NOTHING_EMBEDDED
 */
export async function proposeNext(core: CoreContext): Promise<Proposal[]> {
  const library = libraryOf(core)
  const map = shownProjection(library)
  if (!map)
    return []
  const doubt = new Float32Array(map.photos.length).fill(1)
  const guess = new Uint32Array(map.photos.length)
  const suggestions = currentSuggestions(library)
  // With a single label every suggestion is that label, and its confidence says nothing.
  const surest = new Set(suggestions.labels).size > 1 ? 1 : 0.5
  eachMatch(map.photos, suggestions.photos, (at, from) => {
    doubt[at] = Math.max(leastDoubt, 1 - Math.min(suggestions.confidences[from], surest))
    guess[at] = suggestions.labels[from]
  })
  const labelled = new Uint8Array(map.photos.length)
  eachMatch(map.photos, assignments(library.db).photos, (at) => {
    labelled[at] = 1
    doubt[at] = 0
  })

  const groups = new Map<string, Proposal>()
  for (const granularity of granularities) {
    const { of, clusters } = await clustersOfMap(core, granularity)
    for (let cluster = 0; cluster < clusters.length; cluster++) {
      const rows = Array.from(of.keys()).filter(row => of[row] === cluster && !labelled[row])
      if (rows.length >= leastGroup)
        groups.set(rows.join(), groupOf(rows, map.photos, doubt, guess))
    }
  }
  const best = [...groups.values()].sort((a, b) => b.expectedWrong - a.expectedWrong).slice(0, told)
  return [...best, ...photosOf(best, map, doubt, guess)]
}

/** Of each group the photo that is least sure, of equally unsure ones that in the middle: what it is speaks for most others. */
function photosOf(groups: Proposal[], { photos, xy }: Projection, doubt: Float32Array, guess: Uint32Array): Proposal[] {
  const rowOf = new Map(Array.from(photos, (photo, row) => [photo, row]))
  const chosen = new Set<number>()
  for (const group of groups) {
    const rows = Array.from(group.photos, photo => rowOf.get(photo)!)
    const x = rows.reduce((sum, row) => sum + xy[2 * row], 0) / rows.length
    const y = rows.reduce((sum, row) => sum + xy[2 * row + 1], 0) / rows.length
    const fromMiddle = (row: number): number => Math.hypot(xy[2 * row] - x, xy[2 * row + 1] - y)
    const [first] = rows.filter(row => !chosen.has(row)).sort((a, b) => doubt[b] - doubt[a] || fromMiddle(a) - fromMiddle(b))
    if (first !== undefined)
      chosen.add(first)
  }
  // Photos in no group of several are left when all groups are done.
  for (let row = 0; row < photos.length && chosen.size < told; row++) {
    if (doubt[row] > 0)
      chosen.add(row)
  }
  return [...chosen].map((row): Proposal => ({
    kind: 'photo',
    photos: Uint32Array.of(photos[row]),
    guess: (guess[row] || null) as LabelId | null,
    expectedWrong: doubt[row],
    why: guess[row] ? `Its suggestion is only ${Math.round(100 * (1 - doubt[row]))} % sure.` : 'Nothing like it has a label yet.',
  }))
}

function groupOf(rows: number[], photos: Uint32Array, doubt: Float32Array, guess: Uint32Array): Proposal {
  const expectedWrong = rows.reduce((sum, row) => sum + doubt[row], 0)
  const counts = new Map<number, number>()
  for (const row of rows)
    counts.set(guess[row], (counts.get(guess[row]) ?? 0) + 1)
  const [[first]] = [...counts].sort((a, b) => b[1] - a[1])
  return {
    kind: 'group',
    photos: Uint32Array.from(rows, row => photos[row]),
    guess: (first || null) as LabelId | null,
    expectedWrong,
    why: first
      ? `About ${Math.max(1, Math.round(expectedWrong))} of these ${rows.length} suggestions are expected to be wrong.`
      : `None of these ${rows.length} photos looks like one that has a label.`,
  }
}
