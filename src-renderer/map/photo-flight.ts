import type { MapDrawing } from './map-drawing'
import type { MapPictures } from './map-pictures'
import type { MapTheme } from './map-theme'
import { Container } from 'pixi.js'
import { toScreen } from './camera'
import { easeInOut, Glide } from './glide'
import { PhotosLayer } from './layers/photos-layer'
import { PhotoSet } from './photo-set'
import { setViewUniforms, viewUniforms } from './view-uniforms'

const flightMs = 1100

/** Photos on their way from one map of a canvas to another, above both. */
export class PhotoFlight {
  readonly to: MapDrawing
  readonly container = new Container()
  readonly #view = viewUniforms()
  readonly #layer = new PhotosLayer(this.#view)
  readonly #glide: Glide
  readonly #from: MapDrawing

  /** `rows`: of the photos in the map they leave; each is in the other one, too. */
  constructor(from: MapDrawing, to: MapDrawing, rows: readonly number[], pictures: MapPictures, theme: MapTheme, now: number) {
    this.#from = from
    this.to = to
    this.#glide = new Glide(now, flightMs, easeInOut)
    this.container.addChild(this.#layer.under, this.#layer.over)
    this.#layer.setTheme(theme)
    this.#layer.setPhotos(flyingSet(from, to, rows, pictures))
  }

  isOver(now: number): boolean {
    return this.#glide.isOver(now)
  }

  take(pictures: MapPictures): void {
    this.#layer.setTextures(pictures.atlas, pictures.large)
    this.#layer.setAtlasLayers(pictures.atlasLayers)
  }

  /** `width` and `height` of the canvas, CSS px; `ratio`: device px per CSS px. */
  arrange(now: number, width: number, height: number, ratio: number, cell: number): void {
    const progress = this.#glide.at(now)
    // The canvas's own px are the map units of the flight.
    setViewUniforms(this.#view, { x: width / 2, y: height / 2, scale: 1 }, width, height, ratio)
    this.#layer.setLook({
      scale: 1,
      size: this.#from.size * (1 - progress) + this.to.size * progress,
      progress,
      hover: -1,
      focus: -1,
      held: 1,
      chosen: 1,
      leftOut: 0,
      cell,
    })
  }

  destroy(): void {
    this.#layer.setTextures(null, null)
    this.#layer.destroy()
    this.container.destroy()
  }
}

/** The rows of the photos that fly: those of `photos`, or all, that one map has in sight and the other has at all. */
export function rowsToFly(from: MapDrawing, to: MapDrawing, photos?: Uint32Array): number[] {
  const { set } = from.photos
  const { camera, viewport } = from.view
  const rows = photos
    ? Array.from(photos, photo => set.rowOf(photo)).filter(row => row >= 0 && row < set.live).sort((a, b) => a - b)
    : Array.from({ length: set.live }, (_, row) => row)
  return rows.filter((row) => {
    const at = toScreen(camera, viewport, set.to[2 * row], set.to[2 * row + 1])
    return at.x >= 0 && at.y >= 0 && at.x <= viewport.width && at.y <= viewport.height && to.rowOf(set.ids[row]) >= 0 && !set.isOut(row)
  })
}

function flyingSet(from: MapDrawing, to: MapDrawing, rows: readonly number[], pictures: MapPictures): PhotoSet {
  const set = new PhotoSet(rows.length, rows.length)
  const { set: left } = from.photos
  const { set: right } = to.photos
  rows.forEach((row, at) => {
    const photo = left.ids[row]
    const other = right.rowOf(photo)
    const start = toScreen(from.view.camera, from.view.viewport, left.to[2 * row], left.to[2 * row + 1])
    const end = toScreen(to.view.target, to.view.viewport, right.to[2 * other], right.to[2 * other + 1])
    set.place(at, photo, end.x + to.frame.x, end.y + to.frame.y, left.aspectOf(row))
    set.from[2 * at] = start.x + from.frame.x
    set.from[2 * at + 1] = start.y + from.frame.y
    set.reach[2 * at] = left.reach[2 * row + 1] * from.view.camera.scale
    set.reach[2 * at + 1] = right.reach[2 * other + 1] * to.view.target.scale
    set.large[2 * at] = pictures.layerOf(photo)
    set.colours.set(left.colours.subarray(4 * row, 4 * row + 4), 4 * at)
  })
  return set
}
