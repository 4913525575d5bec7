import { boundsOf } from './bounds-of'
import { rowIn } from './row-in'

/** How near the middles of two shown pictures may come, as a share of a picture's side; farther than `apart` both are whole. */
export const nearest = 0.8
export const apart = 0.95

/** The reach of the photo that comes first: all the room there is. */
const everywhere = 1e30

/** A map from afar is hardly larger than so many px. */
const afar = 1_000

/** Levels of the tree: two photos that share a square of the last one lie at the same place for any eye. */
const deepest = 26

/**
 * Finds for each photo its *reach*: how far the nearest photo is that comes before it, in map units along the axis where
 * they are farther apart. A photo is shown as a picture where its reach is as long as pictures are wide; so no two that
 * are shown cover one another, and who is shown stays so all the way in. Which photo comes before which, their ids say
 * alone: ids in the order of their bits read backward, so that of photos taken one after another those far apart in time
 * come first, and nothing flickers when other photos come or move.
 *
 * The photos that came before lie in a quadtree, one in each of its squares, so that each search meets a few of them.
 */
export class Thinning {
  /** [N] map units; 0 where it isn't known yet. Photos are done in their order, so that those seen from afar come first. */
  readonly reach: Float32Array
  /** [N] the row that comes before and lies nearest; −1 where there is none, or it isn't known yet. */
  readonly before: Int32Array
  readonly #ids: Uint32Array
  readonly #xy: ArrayLike<number>
  readonly #may: (row: number) => boolean
  /** [4 N] row in each quarter of a row's square, −1 for none. */
  readonly #quarters: Int32Array
  readonly #bits: number
  #root = -1
  #x = 0
  #y = 0
  #half = 0
  #next = 0
  readonly #stack = new Int32Array(4 * deepest)
  readonly #squares = new Float64Array(12 * deepest)

  /**
   * `ids` (rising) and `xy` [N, 2] of the photos; `may`: which photos count, so that those a filter leaves out take no
   * room.
   */
  constructor(ids: Uint32Array, xy: ArrayLike<number>, may: (row: number) => boolean = () => true) {
    this.#ids = ids
    this.#xy = xy
    this.#may = may
    this.reach = new Float32Array(ids.length)
    this.before = new Int32Array(ids.length).fill(-1)
    this.#quarters = new Int32Array(4 * ids.length).fill(-1)
    let last = 0
    let least = Infinity
    let most = -Infinity
    for (let row = 0; row < ids.length; row++) {
      last = Math.max(last, ids[row])
      least = Math.min(least, xy[2 * row], xy[2 * row + 1])
      most = Math.max(most, xy[2 * row], xy[2 * row + 1])
    }
    this.#bits = 32 - Math.clz32(last)
    if (most >= least) {
      this.#x = this.#y = (least + most) / 2
      this.#half = Math.max((most - least) / 2, 1e-9)
    }
  }

  get isDone(): boolean {
    return this.#next >= 2 ** this.#bits
  }

  /** Goes on for about `budget` ms. */
  run(budget: number): void {
    const end = performance.now() + budget
    while (!this.isDone) {
      for (let turn = 0; turn < 128 && !this.isDone; turn++)
        this.#take(rowIn(this.#ids, backward(this.#next++, this.#bits), 0, this.#ids.length))
      if (performance.now() >= end)
        return
    }
  }

  #take(row: number): void {
    if (row < 0 || row >= this.#ids.length || !this.#may(row))
      return
    if (this.#root < 0) {
      this.#root = row
      this.reach[row] = everywhere
      return
    }
    this.#search(row)
    this.#insert(row)
  }

  #insert(row: number): void {
    const x = this.#xy[2 * row]
    const y = this.#xy[2 * row + 1]
    let middleX = this.#x
    let middleY = this.#y
    let half = this.#half
    let at = this.#root
    for (let depth = 0; depth < deepest; depth++) {
      const quarter = (x >= middleX ? 1 : 0) + (y >= middleY ? 2 : 0)
      const below = this.#quarters[4 * at + quarter]
      if (below < 0) {
        this.#quarters[4 * at + quarter] = row
        return
      }
      half /= 2
      middleX += x >= middleX ? half : -half
      middleY += y >= middleY ? half : -half
      at = below
    }
  }

  /** Finds the nearest photo in the tree. */
  #search(from: number): void {
    const x = this.#xy[2 * from]
    const y = this.#xy[2 * from + 1]
    const stack = this.#stack
    const squares = this.#squares
    let best = everywhere
    let height = 1
    stack[0] = this.#root
    squares[0] = this.#x
    squares[1] = this.#y
    squares[2] = this.#half
    while (height > 0) {
      height--
      const row = stack[height]
      const middleX = squares[3 * height]
      const middleY = squares[3 * height + 1]
      const half = squares[3 * height + 2]
      if (Math.max(Math.abs(x - middleX), Math.abs(y - middleY)) - half >= best)
        continue
      const distance = Math.max(Math.abs(x - this.#xy[2 * row]), Math.abs(y - this.#xy[2 * row + 1]))
      if (distance < best) {
        best = distance
        this.before[from] = row
      }
      // The quarter the place lies in is put last and looked at first: it holds the nearest, as a rule.
      const own = (x >= middleX ? 1 : 0) + (y >= middleY ? 2 : 0)
      for (let turn = 3; turn >= 0; turn--) {
        const quarter = own ^ turn
        const below = this.#quarters[4 * row + quarter]
        if (below < 0)
          continue
        stack[height] = below
        squares[3 * height] = middleX + (quarter & 1 ? half / 2 : -half / 2)
        squares[3 * height + 1] = middleY + (quarter & 2 ? half / 2 : -half / 2)
        squares[3 * height + 2] = half / 2
        height++
      }
    }
    this.reach[from] = best
  }
}

/**
 * The reach, as long as nobody has found it, of photos that lie within a px or so of an earlier row when the whole map
 * is seen: little, so that the first frames need not draw all of them; 0, not known, of the others. `xy` [N, 2].
 */
export function firstReach(xy: ArrayLike<number>, count: number): Float32Array {
  const reach = new Float32Array(count)
  const bounds = boundsOf(xy, count)
  const cell = bounds ? Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top) / afar : 0
  if (!bounds || cell === 0)
    return reach
  const taken = new Uint8Array((afar + 1) ** 2)
  for (let row = 0; row < count; row++) {
    const at = Math.floor((xy[2 * row] - bounds.left) / cell) * (afar + 1) + Math.floor((xy[2 * row + 1] - bounds.top) / cell)
    if (taken[at])
      reach[row] = cell
    taken[at] = 1
  }
  return reach
}

/** 0 while a photo is drawn as a dot, for want of room, 1 when as a picture. `reach` map units; `scale` px per map unit; `size` px. */
export function roomShare(reach: number, scale: number, size: number): number {
  const share = Math.min(1, Math.max(0, (reach * scale / size - nearest) / (apart - nearest)))
  return share * share * (3 - 2 * share)
}

/** The number whose lowest `bits` bits are those of `value` backward. */
function backward(value: number, bits: number): number {
  let reversed = 0
  for (let bit = 0; bit < bits; bit++)
    reversed = 2 * reversed + (value >>> bit & 1)
  return reversed
}
