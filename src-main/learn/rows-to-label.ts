import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'
import { squaredDistance } from '#main/matrix/distance'
import { pace } from '#main/matrix/pace'

export interface RowsToLabelInputs {
  /** [N, D] float32: every photo in the space that likeness is measured in. */
  space: Matrix
  /** The nearest neighbours of every photo in that space. */
  neighbours: Neighbours
  /** [N]: 1 where a photo has a label already. */
  labelled: Uint8Array
  /** [N]: the class suggested to each photo from 1, or 0 for none. */
  guesses: Uint32Array
  /** [N] float32: how sure each suggestion is, in [0, 1]. */
  confidences: Float32Array
}

/** Photos without a label, all like the first. */
export interface RowToLabel {
  /** Rows of the space, the likest to the first one first. */
  photos: Int32Array
  /** Of the first few, by which the row was chosen, how many are expected to be wrong. */
  expectedWrong: number
}

/** Photos near a first one by which it is chosen. */
const core = 15
/** Photos of a row: what a person takes in at a glance. */
const longest = 80
/** Photos that could be first and are looked at, the most doubtful: more would not be told. */
const candidates = 20_000
const rowsAtATime = 2_000

/**
 * What to label next: rows of photos, each in the order of likeness to its first, of which a person takes as many from
 * the start as are of one kind. A row is worth the more, the more of its suggestions are expected to be wrong (density
 * times doubt) and the more they agree with each other (one name will do). No row starts among the near photos of one
 * before it, so that they show different things. Likeness counts what is suggested as well as how it looks, on the
 * scale of the space's whole variance.
 *
 * Source: density-weighted uncertainty, Settles and Craven 2008 (information density), over groups rather than photos.
 *
 * @returns at most `count` rows, the most useful first
 * @throws CANCELLED
 */
export async function rowsToLabel(inputs: RowsToLabelInputs, count: number, { signal }: { signal?: AbortSignal } = {}): Promise<RowToLabel[]> {
  const { space, labelled, confidences } = inputs
  const rest = pace('Looking for what to label next', signal)
  const doubt = Float32Array.from(confidences, (confidence, row) => labelled[row] ? 0 : 1 - confidence)
  const open = Int32Array.from(doubt.keys()).filter(row => !labelled[row])
  const firsts = open.toSorted((a, b) => doubt[b] - doubt[a] || a - b).slice(0, candidates)
  const worth = new Float64Array(space.rows)
  for (const row of firsts)
    worth[row] = worthOf(row, inputs, doubt)
  firsts.sort((a, b) => worth[b] - worth[a] || a - b)

  const variance = totalVariance(space)
  const shown = new Uint8Array(space.rows)
  const rows: RowToLabel[] = []
  for (const first of firsts) {
    if (rows.length >= count)
      break
    if (shown[first])
      continue
    const photos = await likestTo(first, open, inputs, variance || 1, rest)
    photos.subarray(0, core).forEach(row => shown[row] = 1)
    rows.push({ photos, expectedWrong: photos.subarray(0, core).reduce((sum, row) => sum + doubt[row], 0) })
  }
  return rows
}

/** The photos likest to one, itself first. */
async function likestTo(first: number, among: Int32Array, { space, guesses, confidences }: RowsToLabelInputs, variance: number, rest: () => Promise<void>): Promise<Int32Array> {
  const nearest = [{ row: first, away: -1 }]
  for (let at = 0; at < among.length; at++) {
    if (at % rowsAtATime === 0)
      await rest()
    const row = among[at]
    if (row === first)
      continue
    const looks = squaredDistance(space.values, first * space.columns, space.values, row * space.columns, space.columns)
    const means = guesses[first] === guesses[row]
      ? (confidences[first] - confidences[row]) ** 2
      : confidences[first] ** 2 + confidences[row] ** 2
    const away = looks / variance + means
    if (nearest.length >= longest && away >= nearest[longest - 1].away)
      continue
    let place = Math.min(nearest.length, longest - 1)
    for (; nearest[place - 1].away > away; place--)
      nearest[place] = nearest[place - 1]
    nearest[place] = { row, away }
  }
  return Int32Array.from(nearest, ({ row }) => row)
}

/** Doubt over a photo and its near ones that have no label, times the share of it that one name would settle. */
function worthOf(row: number, { neighbours, labelled, guesses, confidences }: RowsToLabelInputs, doubt: Float32Array): number {
  const shares = new Map([[guesses[row], confidences[row]]])
  let sum = doubt[row]
  let photos = 1
  let reach = 0
  for (let at = row * neighbours.k; at < row * neighbours.k + Math.min(core, neighbours.k); at++) {
    const other = neighbours.indices[at]
    reach += neighbours.distances[at]
    if (labelled[other])
      continue
    sum += doubt[other]
    shares.set(guesses[other], (shares.get(guesses[other]) ?? 0) + confidences[other])
    photos++
  }
  const known = Math.max(...shares.values()) / photos
  // Before anything is known, the densest places come first.
  return known > 0 ? sum * known : sum / (reach || 1)
}

/** The mean squared distance of the rows from their mean. */
function totalVariance({ rows, columns, values }: Matrix): number {
  const mean = new Float64Array(columns)
  let squares = 0
  for (let at = 0; at < values.length; at++) {
    mean[at % columns] += values[at] / rows
    squares += values[at] ** 2 / rows
  }
  return squares - mean.reduce((sum, value) => sum + value ** 2, 0)
}
