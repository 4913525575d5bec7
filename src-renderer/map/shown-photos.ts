import type { MapPhotos } from './photo-map-types'
import { easeInOut, Glide } from './glide'
import { PhotoIndex } from './photo-index'
import { filterFound, filterOut, flagFilter, flagGone, flagSelected, photoSetMoved, photoSetOf, photoSetSettled } from './photo-set'
import { firstReach, Thinning } from './thinning'

const glideMs = 900
/** How solid photos are that a filter dims. */
const dimmed = 0.14

/** The photos that are on the map, how they look, and their glide from one place to the next. */
export class ShownPhotos {
  set = photoSetOf({
    ids: new Uint32Array(),
    xy: new Float32Array(),
    aspects: new Float32Array(),
  })

  /** Finds photos where they are or are going. */
  index = new PhotoIndex(new Float32Array(), 0)
  selected = 0
  /** How solid photos are that a filter leaves out, 0 (hidden, or there is none) to 1. */
  leftOut = 0
  #glide: Glide | null = null
  #thinning: Thinning | null = null

  /** Whether it is not yet known which photos have room for a picture. */
  get thinning(): boolean {
    return this.#thinning !== null
  }

  get gliding(): boolean {
    return this.#glide !== null
  }

  /** How far the photos have glided, 0 to 1; 1 at rest. */
  progress(now: number): number {
    return this.#glide?.at(now) ?? 1
  }

  replace(photos: MapPhotos): void {
    this.#glide = null
    const set = photoSetOf(photos)
    firstReach(set.to, set.count).forEach((reach, row) => set.reach[2 * row + 1] = reach)
    this.#take(set)
    this.selected = 0
  }

  /** Starts a glide, or without one goes there at once; returns its ms. */
  move(ids: Uint32Array, xy: Float32Array, aspects: Float32Array | undefined, now: number, atOnce: boolean): number {
    const set = photoSetMoved(this.set, this.progress(now), ids, xy, aspects)
    const duration = atOnce || this.set.live === 0
      ? 0
      : glideMs
    this.#glide = duration > 0
      ? new Glide(now, duration, easeInOut)
      : null
    this.#take(duration > 0
      ? set
      : photoSetSettled(set))
    return duration
  }

  /** Ends a glide whose time is up: those that faded out are gone. Says whether there were any. */
  settle(now: number): boolean {
    if (!this.#glide?.isOver(now))
      return false
    this.#glide = null
    if (this.set.count === this.set.live)
      return false
    this.set = photoSetSettled(this.set)
    return true
  }

  /** Goes on finding out how much room each photo has, for about `budget` ms. Says whether that became known now. */
  thin(budget: number): boolean {
    this.#thinning?.run(budget)
    if (!this.#thinning?.isDone)
      return false
    const { reach, before } = this.#thinning
    this.set.before.set(before)
    for (let row = 0; row < reach.length; row++)
      this.set.reach[2 * row + 1] = reach[row]
    this.#thinning = null
    return true
  }

  /** 0xRRGGBB in the order of the ids, 0 for none, and how strongly each is meant, 0 to 1; left out, all are meant. */
  setColours(colours: Uint32Array, strengths?: Float32Array): void {
    const { colours: column } = this.set
    const rows = Math.min(colours.length, this.set.live)
    for (let row = 0; row < rows; row++) {
      const colour = colours[row]
      const strength = strengths ? strengths[row] : 1
      column[4 * row] = colour >> 16 & 255
      column[4 * row + 1] = colour >> 8 & 255
      column[4 * row + 2] = colour & 255
      // Short of 1 it must not round up to it: only what the user said is drawn as said.
      column[4 * row + 3] = colour === 0
        ? 0
        : strength >= 1
          ? 255
          : Math.max(1, Math.min(254, Math.round(255 * strength)))
    }
  }

  setSelection(photos: Uint32Array): void {
    const { ids, flags, count } = this.set
    for (let row = 0; row < count; row++)
      flags[4 * row + flagSelected] = 0
    this.selected = 0
    // Photos mostly come in rising order, many each right after the one before.
    let next = 0
    for (let at = 0; at < photos.length; at++) {
      const row = ids[next] === photos[at] ? next : this.set.rowOf(photos[at])
      if (row < 0)
        continue
      next = row + 1
      flags[4 * row + flagSelected] = 255
      this.selected++
    }
  }

  /** Leaves out all but the photos given, by dimming or hiding them; null leaves out none. */
  setFilter(found: Uint32Array | null, hide: boolean): void {
    const { flags, count } = this.set
    for (let row = 0; row < count; row++)
      flags[4 * row + flagFilter] = found ? filterOut : 0
    for (const photo of found ?? []) {
      const row = this.set.rowOf(photo)
      if (row >= 0)
        flags[4 * row + flagFilter] = filterFound
    }
    this.leftOut = found && !hide ? dimmed : 0
    this.#findRoom()
  }

  /** Marks the photos whose file is gone. */
  setGone(photos: Iterable<number>): void {
    const { flags, count } = this.set
    for (let row = 0; row < count; row++)
      flags[4 * row + flagGone] = 0
    for (const photo of photos) {
      const row = this.set.rowOf(photo)
      if (row >= 0)
        flags[4 * row + flagGone] = 255
    }
  }

  #take(set: typeof this.set): void {
    this.set = set
    this.index = new PhotoIndex(set.to, set.live)
    this.#findRoom()
  }

  /** Photos that a filter leaves out take no room. */
  #findRoom(): void {
    const { set } = this
    this.#thinning = new Thinning(set.ids.subarray(0, set.live), set.to, row => !set.isOut(row))
  }
}
