import type { PhotoSet } from './photo-set'
import { filterFound, flagFilter, flagSelected } from './photo-set'

/** Buckets of reaches: eight to a doubling, told by the upper bits of the number as it is stored. */
const buckets = 2048
const shift = 20
/** The look of a dot that is over the rest. */
const lookOver = -1
const number = new Float32Array(1)
const bits = new Uint32Array(number.buffer)

/** Photos that are drawn one after another as dots; where one is over the rest, or seen in any case, it is in a list of its own. */
export interface DotLists {
  crowd: Uint32Array
  /** Must be seen beside the photo that covers them from afar. */
  seen: Uint32Array
  crowdOver: Uint32Array
  seenOver: Uint32Array
}

/** Photos that are drawn one after another as pictures. */
export interface PictureLists { under: Uint32Array, over: Uint32Array }

/** Whether a photo is drawn above the others whatever its room: one that is selected, or found by a filter. */
export function isOver({ flags }: PhotoSet, row: number): boolean {
  return flags[4 * row + flagSelected] > 0 || flags[4 * row + flagFilter] === filterFound
}

/** Whether of two photos, both over the rest or both not, the first is drawn later: it has less room, or as much and a later row. */
export function isDrawnLater({ reach }: PhotoSet, row: number, other: number): boolean {
  const room = bucketOf(reach[2 * row + 1])
  const otherRoom = bucketOf(reach[2 * other + 1])
  return room === otherRoom ? row > other : room < otherRoom
}

/**
 * All rows in the order they are drawn, those with most room first, so that from afar a draw ends early: whoever lies
 * within a fraction of a px of another needs not be drawn. By counting, without comparing.
 */
export function rowsByRoom({ count, reach }: PhotoSet): Uint32Array {
  const stored = new Uint32Array(reach.buffer)
  const next = new Uint32Array(buckets)
  for (let row = 0; row < count; row++)
    next[stored[2 * row + 1] >>> shift]++
  for (let bucket = buckets - 1, before = 0; bucket >= 0; bucket--) {
    before += next[bucket]
    next[bucket] = before - next[bucket]
  }
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++)
    rows[next[stored[2 * row + 1] >>> shift]++] = row
  return rows
}

/** How many of such rows to draw, from the first, for all with a reach of at least so many map units to be among them. */
export function countOf({ reach }: PhotoSet, rows: Uint32Array, least: number): number {
  const bucket = bucketOf(least)
  let from = 0
  let to = rows.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (bucketOf(reach[2 * rows[middle] + 1]) >= bucket)
      from = middle + 1
    else
      to = middle
  }
  return from
}

/**
 * The lists of dots, each in the order of `byRoom`. Seen in any case is a photo that looks otherwise than the one that
 * covers it from afar, by its label or by being over the rest; and where it isn't known yet how much room there is, none may be
 * left out. (Without a branch that is taken for the first time when something is selected: the page would wait for its script
 * to be compiled anew.)
 */
export function dotLists(set: PhotoSet, byRoom: Uint32Array): DotLists {
  const { count, reach, before } = set
  const looks = looksOf(set)
  const listOf = new Uint8Array(count)
  const lengths = new Uint32Array(4)
  for (let row = 0; row < count; row++) {
    const look = looks[row]
    const cover = before[row]
    const stands = +(look !== 0) & (+(cover < 0) | +(look !== looks[Math.max(0, cover)]))
    const list = 2 * +(look === lookOver) + (stands | +(reach[2 * row + 1] === 0))
    listOf[row] = list
    lengths[list]++
  }
  const next = new Uint32Array(4)
  for (let list = 1; list < 4; list++)
    next[list] = next[list - 1] + lengths[list - 1]
  const rows = new Uint32Array(count)
  for (let at = 0; at < count; at++)
    rows[next[listOf[byRoom[at]]]++] = byRoom[at]
  const [crowd, seen, crowdOver, seenOver] = Array.from(next, (end, list) => rows.subarray(end - lengths[list], end))
  return { crowd, seen, crowdOver, seenOver }
}

/** The lists of pictures, each in the order of `byRoom`. */
export function pictureLists(set: PhotoSet, byRoom: Uint32Array): PictureLists {
  return { under: byRoom.filter(row => !isOver(set, row)), over: byRoom.filter(row => isOver(set, row)) }
}

/** What each dot looks like: 0 as most do, over the rest, or its label's colour and whether that was given or suggested. */
function looksOf(set: PhotoSet): Int32Array {
  const { count } = set
  const colours = new Uint32Array(set.colours.buffer, set.colours.byteOffset, count)
  const looks = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    const strength = colours[row] >>> 24
    looks[row] = isOver(set, row) ? lookOver : colours[row] & 0xFFFFFF | +(strength === 255) << 25 | +(strength > 0) << 24
  }
  return looks
}

function bucketOf(reach: number): number {
  number[0] = reach
  return bits[0] >>> shift
}
