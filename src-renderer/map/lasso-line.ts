import type { Viewport } from './camera'
import type { MapTheme } from './map-theme'
import type { Camera } from './photo-map-types'
import { toScreen } from './camera'
import { rgbOf } from './view-uniforms'

const namespace = 'http://www.w3.org/2000/svg'

/** The lasso while it is drawn: by the browser, above the map, so that a stroke costs no frame of the map. */
export class LassoLine {
  readonly #svg = document.createElementNS(namespace, 'svg')
  readonly #line = document.createElementNS(namespace, 'polygon')
  /** x, y, x, y … map units. */
  #points: readonly number[] = []
  #seenFrom: Camera | null = null

  constructor(pane: HTMLElement) {
    Object.assign(this.#svg.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', pointerEvents: 'none' })
    Object.assign(this.#line.style, { strokeWidth: '1.4px', strokeLinejoin: 'round' })
    this.#svg.setAttribute('aria-hidden', 'true')
    this.#svg.append(this.#line)
    pane.append(this.#svg)
    this.hide()
  }

  /** `points`: x, y, x, y … map units. */
  show(points: readonly number[], theme: MapTheme, camera: Camera, viewport: Viewport): void {
    const colour = `rgb(${rgbOf(theme.selection).map(share => Math.round(255 * share)).join(' ')}`
    Object.assign(this.#line.style, { fill: `${colour} / 0.12)`, stroke: `${colour} / 0.9)` })
    this.#points = points
    this.#seenFrom = null
    this.#svg.style.display = 'block'
    this.place(camera, viewport)
  }

  /** Puts the line where its points are seen from the camera. */
  place(camera: Camera, viewport: Viewport): void {
    if (this.#points.length === 0 || camera === this.#seenFrom)
      return
    this.#seenFrom = camera
    const places: string[] = []
    for (let at = 0; at < this.#points.length; at += 2) {
      const { x, y } = toScreen(camera, viewport, this.#points[at], this.#points[at + 1])
      places.push(`${x.toFixed(1)},${y.toFixed(1)}`)
    }
    this.#line.setAttribute('points', places.join(' '))
  }

  hide(): void {
    this.#points = []
    this.#svg.style.display = 'none'
  }

  remove(): void {
    this.#svg.remove()
  }
}
