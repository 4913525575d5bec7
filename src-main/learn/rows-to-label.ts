import type { SuggestedRows } from '#main/learn/expected-corrections'
import type { Matrix } from '#main/matrix/matrix'
import { expectedCorrections } from '#main/learn/expected-corrections'
import { squaredDistance } from '#main/matrix/distance'
import { pace } from '#main/matrix/pace'

export interface RowsToLabelInputs extends SuggestedRows {
  /** [N, D] float32: every photo in the space that likeness is measured in. */
  space: Matrix
}

/** Photos without a label, all like the first. */
export interface RowToLabel {
  /** Rows of the space, the likest to the first one first. */
  photos: Int32Array
  /** Of the first few, how many are expected to be wrong. */
  expectedWrong: number
}

/** Photos near a first one by which it is chosen. */
const core = 15
/** Photos of a row: what a person takes in at a glance. */
const longest = 80
/** Photos that could be first and are looked at: of a larger library the most doubtful ones. */
const candidates = 20_000
const rowsAtATime = 2_000
const groupsAtATime = 100

/**
 * What to label next: rows of photos, each in the order of likeness to its first, of which a person takes as many from
 * the start as are of one kind. A row is worth as much as naming its first photo is expected to put right of the
 * suggestions near it; before anything is known, the densest places come first. No row starts among the near photos of one
 * before it, so that they show different things.
 *
 * @returns at most `count` rows, the most useful first
 * @throws CANCELLED
 */
export async function rowsToLabel(inputs: RowsToLabelInputs, count: number, { signal }: { signal?: AbortSignal } = {}): Promise<RowToLabel[]> {
  const { space, labels, confidences } = inputs
  const rest = pace('Looking for what to label next', signal)
  const doubt = Float32Array.from(confidences, (confidence, row) => labels[row] ? 0 : 1 - confidence)
  const open = Int32Array.from(doubt.keys()).filter(row => !labels[row])
  const firsts = mostDoubtful(open, doubt)
  const worth = new Float64Array(space.rows)
  const corrections = expectedCorrections(inputs, core)
  for (const [at, row] of firsts.entries()) {
    if (at % groupsAtATime === 0)
      await rest()
    worth[row] = inputs.guesses[row] ? corrections(row) : densityAt(row, inputs)
  }
  firsts.sort((a, b) => worth[b] - worth[a] || a - b)

  const shown = new Uint8Array(space.rows)
  const rows: RowToLabel[] = []
  for (const first of firsts) {
    if (rows.length >= count)
      break
    if (shown[first])
      continue
    const photos = await likestTo(first, open, space, rest)
    photos.subarray(0, core).forEach(row => shown[row] = 1)
    rows.push({ photos, expectedWrong: photos.subarray(0, core).reduce((sum, row) => sum + doubt[row], 0) })
  }
  return rows
}

/** As many rows as are looked at: those in most doubt, of equal ones the earlier. Numbers alone are sorted, as that is what is quick in a large library. */
function mostDoubtful(open: Int32Array, doubt: Float32Array): Int32Array {
  if (open.length <= candidates)
    return open.slice()
  const least = Float32Array.from(open, row => doubt[row]).sort()[open.length - candidates]
  let ties = candidates - open.reduce((more, row) => more + (doubt[row] > least ? 1 : 0), 0)
  return open.filter(row => doubt[row] > least || (doubt[row] === least && ties-- > 0))
}

/** The photos likest to one, itself first. */
async function likestTo(first: number, among: Int32Array, space: Matrix, rest: () => Promise<void>): Promise<Int32Array> {
  const nearest = [{ row: first, away: -1 }]
  for (let at = 0; at < among.length; at++) {
    if (at % rowsAtATime === 0)
      await rest()
    const row = among[at]
    if (row === first)
      continue
    const away = squaredDistance(space.values, first * space.columns, space.values, row * space.columns, space.columns)
    if (nearest.length >= longest && away >= nearest[longest - 1].away)
      continue
    let place = Math.min(nearest.length, longest - 1)
    for (; nearest[place - 1].away > away; place--)
      nearest[place] = nearest[place - 1]
    nearest[place] = { row, away }
  }
  return Int32Array.from(nearest, ({ row }) => row)
}

/** How many photos without a label are near one, by how near they are. */
function densityAt(row: number, { neighbours: { k, indices, distances }, labels }: RowsToLabelInputs): number {
  let photos = 1
  let reach = 0
  for (let at = row * k; at < row * k + Math.min(core, k); at++) {
    reach += distances[at]
    photos += labels[indices[at]] ? 0 : 1
  }
  return photos / (reach || 1)
}
