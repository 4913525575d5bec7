import type { PhotoColumns } from './photos'
import { offeredSuggestions } from './offered-suggestions'
import { rowOf } from './photos'

/** Photos to be labelled together, and why they are shown. */
export interface QueueRow {
  /** Stays the same while the row is about the same photos' beginning. */
  key: string
  kind: 'unsure' | 'suggested'
  /** Those shown: a beginning of `all`. */
  photos: Uint32Array
  all: Uint32Array
  /** The label they probably have, 0 where nothing is known. */
  guess: number
  /** Why, in a sentence, where the core says so. */
  why: string | null
}

/** What the core proposes to label next. */
export interface QueueProposal {
  photos: Uint32Array
  guess: number
  why: string
}

/** How the rows are made up. */
export interface QueueChoice {
  /** Suggestions less sure than this make no row. */
  sureness: number
  /** Whether a photo was struck out of a row with this guess before. */
  wasStruck: (photo: number, guess: number) => boolean
  /** How many photos of a row a person asked to see, by its key. */
  lengths: ReadonlyMap<string, number>
  /** A row a person is at work on, and its place: it stays as it is and where it is while others come and go. */
  held: { row: QueueRow, at: number } | null
}

const unsureShown = 6
/** The farther from its first photo, the more mixed an unsure row is; a sure one is the same all through. */
const usualLength = { unsure: 16, suggested: 48 }

/**
 * The rows of the queue: what is worth most first, then the suggestions by label, the surest first in each. No photo
 * with a label is in any, and none twice; a photo that was struck out of a row with some guess is in no other row with it.
 * Where all that is left was struck out so, it stands there without a guess.
 */
export function queueRows(proposals: readonly QueueProposal[], columns: PhotoColumns, { sureness, wasStruck, lengths, held }: QueueChoice): QueueRow[] {
  const taken = new Set<number>()
  const ofHeld = new Set(held?.row.photos)
  const rows: QueueRow[] = []
  function add(kind: QueueRow['kind'], from: Uint32Array, guess: number, why: string | null): void {
    const fitting = from.filter((photo) => {
      const row = rowOf(columns.ids, photo)
      return row >= 0 && columns.labels[row] === 0 && !taken.has(photo) && !wasStruck(photo, guess)
    })
    if (keyOf(kind, guess, fitting) === held?.row.key)
      return
    const free = fitting.filter(photo => !ofHeld.has(photo))
    if (free.length === 0)
      return
    const row = cut({ key: keyOf(kind, guess, free), kind, photos: free, all: free, guess, why })
    for (const photo of row.photos)
      taken.add(photo)
    rows.push(row)
  }
  function cut(row: QueueRow): QueueRow {
    return { ...row, photos: row.all.subarray(0, lengths.get(row.key) ?? usualLength[row.kind]) }
  }
  for (const proposal of proposals.slice(0, unsureShown))
    add('unsure', proposal.photos, proposal.guess, proposal.why)
  const byLabel = [...offeredSuggestions(columns, sureness)].sort((a, b) => b[1].length - a[1].length)
  for (const [label, photos] of byLabel)
    add('suggested', photos, label, null)
  if (rows.length === 0 && !held) {
    for (const proposal of proposals.slice(0, unsureShown))
      add('unsure', proposal.photos, 0, proposal.why)
  }
  if (held)
    rows.splice(held.at, 0, cut(held.row))
  return rows
}

function keyOf(kind: QueueRow['kind'], guess: number, photos: Uint32Array): string {
  return `${kind}-${guess}-${photos[0]}`
}
