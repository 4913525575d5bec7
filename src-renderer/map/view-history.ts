import type { Camera } from './photo-map-types'

const mostKept = 50
/** CSS px that a view must have moved by, and the factor it must have zoomed by, to be another one. */
const farEnough = 48
const zoomEnough = 1.12

/** The views a person has rested at, as a browser keeps the pages one has been to. */
export class ViewHistory {
  #views: Camera[] = []
  #at = -1

  /** The map has come to rest at a view. After a step back, what lay ahead is forgotten if it is another one. */
  rest(camera: Camera): void {
    const here = this.#views[this.#at]
    if (here && !isAnother(here, camera))
      return
    this.#views = [...this.#views.slice(0, this.#at + 1), { ...camera }].slice(-mostKept)
    this.#at = this.#views.length - 1
  }

  /** The view before the one at `camera`, where the map is now; null where there is none. */
  back(camera: Camera): Camera | null {
    this.rest(camera)
    return this.#step(-1)
  }

  /** The view after the one the map was taken back to; null where there is none. */
  forward(camera: Camera): Camera | null {
    this.rest(camera)
    return this.#step(1)
  }

  /** Forgets every view: they were of other photos. */
  clear(): void {
    this.#views = []
    this.#at = -1
  }

  #step(by: 1 | -1): Camera | null {
    const view = this.#views[this.#at + by]
    if (!view)
      return null
    this.#at += by
    return view
  }
}

function isAnother(one: Camera, other: Camera): boolean {
  const zoom = Math.max(one.scale / other.scale, other.scale / one.scale)
  return zoom > zoomEnough || Math.hypot(one.x - other.x, one.y - other.y) * Math.min(one.scale, other.scale) > farEnough
}
