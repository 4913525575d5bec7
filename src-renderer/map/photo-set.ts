import type { MapPhotos } from './photo-map-types'
import { atlasCellOf } from '#shared/domain/atlas'
import { areSame } from './are-same'
import { drawnAspect } from './picture-box'
import { rowIn } from './row-in'

/** Numbers in each row's `flags`. */
export const flagSelected = 0
export const flagFade = 1
export const flagFilter = 2
export const flagGone = 3
/** Values of `flagFilter`: found, or left out; 0 while nothing is looked for. */
export const filterFound = 128
export const filterOut = 255
/** Values of `flagFade`: there all the time; coming in, or going out, as the glide goes on. */
export const fadeNone = 0
export const fadeIn = 1
export const fadeOut = 2

/** Numbers in each row's `cells`. */
export const cellPage = 0
export const cellAt = 1
export const cellAspect = 2
/** Aspects are kept as whole 4096ths. */
export const aspectUnit = 4096

/**
 * The photos on the map as columns, one row each, laid out as the GPU takes them. The first `live` rows are the photos
 * of the present map; behind them are those that are fading out. Both kinds stand in rising order of their ids.
 */
export class PhotoSet {
  readonly count: number
  readonly live: number
  /** uint32 photo ids. */
  readonly ids: Uint32Array
  /** [N, 2] map units, where each photo glides from. */
  readonly from: Float32Array
  /** [N, 2] map units, where it glides to. */
  readonly to: Float32Array
  /** [N, 4] page and cell of the atlas, aspect; one unused. */
  readonly cells: Int16Array
  /** [N, 2] layer of the large thumbnail, −1 for none; one unused. */
  readonly large: Int16Array
  /** [N, 4] red, green, blue and strength of the label; all 0 for none. */
  readonly colours: Uint8Array
  /** [N, 4] selected (0 or 255), fade, filter, file gone (0 or 255). */
  readonly flags: Uint8Array
  /** [N, 2] how much room each photo has where it glides from, and where it glides to: its reach, map units (`thinning.ts`). */
  readonly reach: Float32Array
  /** [N] the row that lies nearest where a photo glides to, of those that get their room before it; −1 where it isn't known. */
  readonly before: Int32Array

  constructor(count: number, live: number) {
    this.count = count
    this.live = live
    this.ids = new Uint32Array(count)
    this.from = new Float32Array(2 * count)
    this.to = new Float32Array(2 * count)
    this.cells = new Int16Array(4 * count)
    this.large = new Int16Array(2 * count)
    this.colours = new Uint8Array(4 * count)
    this.flags = new Uint8Array(4 * count)
    this.reach = new Float32Array(2 * count)
    this.before = new Int32Array(count).fill(-1)
  }

  /** The row of a photo, −1 where it is not on the map. */
  rowOf(photo: number): number {
    const row = rowIn(this.ids, photo, 0, this.live)
    return row < 0 && this.count > this.live
      ? rowIn(this.ids, photo, this.live, this.count)
      : row
  }

  /** Whether a filter leaves this row out: it can't be pointed at then. */
  isOut(row: number): boolean {
    return this.flags[4 * row + flagFilter] === filterOut
  }

  /** Where a row is when a share `t` of the glide is over. */
  positionAt(row: number, t: number): [number, number] {
    return [
      this.from[2 * row] + (this.to[2 * row] - this.from[2 * row]) * t,
      this.from[2 * row + 1] + (this.to[2 * row + 1] - this.from[2 * row + 1]) * t,
    ]
  }

  setAspect(row: number, aspect: number): void {
    this.cells[4 * row + cellAspect] = Math.round(drawnAspect(aspect) * aspectUnit)
  }

  aspectOf(row: number): number {
    return this.cells[4 * row + cellAspect] / aspectUnit
  }

  /** Puts a photo nobody has drawn before into a row. */
  place(row: number, photo: number, x: number, y: number, aspect: number): void {
    this.ids[row] = photo
    this.from[2 * row] = this.to[2 * row] = x
    this.from[2 * row + 1] = this.to[2 * row + 1] = y
    const { page, cell } = atlasCellOf(photo)
    this.cells[4 * row + cellPage] = page
    this.cells[4 * row + cellAt] = cell
    this.large[2 * row] = -1
    this.setAspect(row, aspect)
  }

  /** Takes over a photo's look from another set, and where it was there as the place to glide from. */
  carry(row: number, other: PhotoSet, otherRow: number, t: number): void {
    this.cells[4 * row + cellAspect] = other.cells[4 * otherRow + cellAspect]
    this.large[2 * row] = other.large[2 * otherRow]
    this.colours.set(other.colours.subarray(4 * otherRow, 4 * otherRow + 4), 4 * row)
    this.flags[4 * row + flagSelected] = other.flags[4 * otherRow + flagSelected]
    this.flags[4 * row + flagFilter] = other.flags[4 * otherRow + flagFilter]
    this.flags[4 * row + flagGone] = other.flags[4 * otherRow + flagGone]
    const [x, y] = other.positionAt(otherRow, t)
    this.from[2 * row] = x
    this.from[2 * row + 1] = y
    // How much room there is at the new place is not known yet.
    this.reach[2 * row] = this.reach[2 * row + 1] = other.reachAt(otherRow, t)
  }

  /** A row's reach when a share `t` of the glide is over. */
  reachAt(row: number, t: number): number {
    return this.reach[2 * row] + (this.reach[2 * row + 1] - this.reach[2 * row]) * t
  }
}

/** A set of photos at rest. */
export function photoSetOf({ ids, xy, aspects }: MapPhotos): PhotoSet {
  const set = new PhotoSet(ids.length, ids.length)
  for (let row = 0; row < ids.length; row++)
    set.place(row, ids[row], xy[2 * row], xy[2 * row + 1], aspects[row])
  return set
}

/**
 * The set in which photos go from where they are in `old`, a share `t` into its own glide, to `xy`. New photos fade
 * in at their place, those that are gone fade out at theirs. Without `aspects` a photo keeps the one it had, and a new
 * one is square.
 */
export function photoSetMoved(old: PhotoSet, t: number, ids: Uint32Array, xy: Float32Array, aspects?: Float32Array): PhotoSet {
  if (old.count === old.live && areSame(old.ids, ids))
    return photoSetAtOtherPlaces(old, t, xy, aspects)
  const staying = new Set(ids)
  const gone: number[] = []
  for (let row = 0; row < old.live; row++) {
    if (!staying.has(old.ids[row]))
      gone.push(row)
  }
  const set = new PhotoSet(ids.length + gone.length, ids.length)
  for (let row = 0; row < ids.length; row++) {
    const oldRow = old.rowOf(ids[row])
    set.place(row, ids[row], xy[2 * row], xy[2 * row + 1], aspects?.[row] ?? 1)
    if (oldRow >= 0)
      set.carry(row, old, oldRow, t)
    if (oldRow >= 0 && aspects)
      set.setAspect(row, aspects[row])
    if (oldRow < 0 || oldRow >= old.live)
      set.flags[4 * row + flagFade] = fadeIn
  }
  for (let at = 0; at < gone.length; at++) {
    const row = ids.length + at
    const [x, y] = old.positionAt(gone[at], t)
    set.place(row, old.ids[gone[at]], x, y, 1)
    set.carry(row, old, gone[at], t)
    set.flags[4 * row + flagFade] = fadeOut
  }
  return set
}

/** The same as above where no photo comes or goes, which is soon done. */
function photoSetAtOtherPlaces(old: PhotoSet, t: number, xy: Float32Array, aspects?: Float32Array): PhotoSet {
  const set = new PhotoSet(old.count, old.live)
  set.ids.set(old.ids)
  set.to.set(xy.subarray(0, set.to.length))
  set.cells.set(old.cells)
  set.large.set(old.large)
  set.colours.set(old.colours)
  set.flags.set(old.flags)
  for (let at = 0; at < set.from.length; at++)
    set.from[at] = old.from[at] + (old.to[at] - old.from[at]) * t
  for (let row = 0; row < set.count; row++) {
    set.flags[4 * row + flagFade] = fadeNone
    set.reach[2 * row] = set.reach[2 * row + 1] = old.reachAt(row, t)
    if (aspects)
      set.setAspect(row, aspects[row])
  }
  return set
}

/** The same photos at rest where they were going, without those that faded out. */
export function photoSetSettled(old: PhotoSet): PhotoSet {
  const set = new PhotoSet(old.live, old.live)
  for (let row = 0; row < old.live; row++) {
    set.place(row, old.ids[row], old.to[2 * row], old.to[2 * row + 1], 1)
    set.carry(row, old, row, 1)
  }
  set.before.set(old.before.subarray(0, old.live))
  return set
}
