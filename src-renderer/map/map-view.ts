import type { Bounds, ScaleLimits, Viewport } from './camera'
import type { Camera, CanvasPoint } from './photo-map-types'
import type { ThumbnailLaw } from './thumbnail-size'
import { cameraBetween, fitted, panned, zoomedAt } from './camera'
import { easeInOut, easeOut, Glide } from './glide'
import { largestThumbnail, scaleForSize, thumbnailLaw, thumbnailSize } from './thumbnail-size'

const margin = 56
const anyScale: ScaleLimits = { least: 1e-6, most: 1e9 }
const fitMs = 480
const wheelMs = 140

/** The camera and how it moves, and how large thumbnails are at its zoom. */
export class MapView {
  camera: Camera = { x: 0, y: 0, scale: 1 }
  viewport: Viewport = { width: 1, height: 1 }
  /** Whether the user has moved the view since it was last fitted to all photos. */
  touched = false
  #bounds: Bounds | null = null
  #count = 0
  #spacing = 0
  #law: ThumbnailLaw = { base: 1, fitScale: 1 }
  #lawBefore: ThumbnailLaw = { base: 1, fitScale: 1 }
  #glide: { from: Camera, to: Camera, over: Glide } | null = null
  readonly #reducedMotion: () => boolean

  constructor(reducedMotion: () => boolean) {
    this.#reducedMotion = reducedMotion
  }

  get moving(): boolean {
    return this.#glide !== null
  }

  /** Where the camera is going, or is. */
  get target(): Camera {
    return this.#glide?.to ?? this.camera
  }

  /** CSS px of a thumbnail's side; `progress` is that of the photos' glide, with which it goes from the old law to the new. */
  sizeAt(progress: number): number {
    const size = thumbnailSize(this.#law, this.camera.scale)
    return progress >= 1
      ? size
      : thumbnailSize(this.#lawBefore, this.camera.scale) * (1 - progress) + size * progress
  }

  /** Takes other photos: the box around them, their number, and the typical distance between neighbours. */
  setExtent(bounds: Bounds | null, count: number, spacing: number): void {
    const first = this.#bounds === null
    this.#bounds = bounds
    this.#count = count
    this.#spacing = spacing
    const before = this.#law
    this.#takeLaw()
    this.#lawBefore = first
      ? this.#law
      : before
  }

  resize(viewport: Viewport): void {
    this.viewport = viewport
    this.#takeLaw()
    this.#lawBefore = this.#law
  }

  /** Shows all photos: at once, or in a glide of `duration` ms. */
  fitAll(now: number, duration = fitMs): void {
    this.touched = false
    if (this.#bounds)
      this.#go(fitted(this.#bounds, this.viewport, margin, this.#limits()), now, duration, easeInOut)
  }

  fitTo(bounds: Bounds, now: number): void {
    this.touched = true
    const limits = this.#limits()
    const closest = {
      least: limits.least,
      most: scaleForSize(this.#law, 0.75 * largestThumbnail),
    }
    this.#go(fitted(bounds, this.viewport, 1.5 * margin, closest), now, fitMs, easeInOut)
  }

  /** Glides as far as needed to bring a map point well into sight. */
  reveal(x: number, y: number, now: number): void {
    const { target } = this
    const halfWidth = Math.max(0, this.viewport.width / 2 - 1.5 * margin) / target.scale
    const halfHeight = Math.max(0, this.viewport.height / 2 - 1.5 * margin) / target.scale
    const to = {
      x: Math.min(x + halfWidth, Math.max(x - halfWidth, target.x)),
      y: Math.min(y + halfHeight, Math.max(y - halfHeight, target.y)),
      scale: target.scale,
    }
    if (to.x === target.x && to.y === target.y)
      return
    this.touched = true
    this.#go(to, now, wheelMs * 1.5, easeOut)
  }

  /** Glides to a view there was before. */
  goTo(camera: Camera, now: number): void {
    this.touched = true
    this.#go(camera, now, fitMs, easeInOut)
  }

  /** Brings a map point into the middle, at once: for a hand that drags. */
  lookAt(x: number, y: number): void {
    this.touched = true
    this.#glide = null
    this.camera = this.#held({ ...this.camera, x, y })
  }

  /** Looks where another map of the same canvas looks. */
  follow(camera: Camera): void {
    this.touched = true
    this.#glide = null
    this.camera = camera
  }

  panBy(dx: number, dy: number): void {
    this.touched = true
    this.#glide = null
    this.camera = this.#held(panned(this.camera, dx, dy))
  }

  /** `smooth` glides there: for a wheel that goes in steps. */
  zoomAt(at: CanvasPoint, factor: number, smooth: boolean, now: number): void {
    this.touched = true
    const from = smooth
      ? this.target
      : this.camera
    const to = this.#held(zoomedAt(from, this.viewport, at, factor, this.#limits()))
    this.#go(to, now, smooth
      ? wheelMs
      : 0, easeOut)
  }

  /** Moves the camera to where it is at `now`. */
  step(now: number): void {
    if (!this.#glide)
      return
    this.camera = cameraBetween(this.#glide.from, this.#glide.to, this.#glide.over.at(now))
    if (this.#glide.over.isOver(now)) {
      this.camera = this.#glide.to
      this.#glide = null
    }
  }

  #go(to: Camera, now: number, duration: number, ease: (share: number) => number): void {
    if (duration === 0 || this.#reducedMotion()) {
      this.#glide = null
      this.camera = to
      return
    }
    this.#glide = {
      from: this.camera,
      to,
      over: new Glide(now, duration, ease),
    }
  }

  /** Keeps the middle of the canvas over the map, so that it can't be lost. */
  #held(camera: Camera): Camera {
    const bounds = this.#bounds
    return bounds === null
      ? camera
      : {
          x: Math.min(bounds.right, Math.max(bounds.left, camera.x)),
          y: Math.min(bounds.bottom, Math.max(bounds.top, camera.y)),
          scale: camera.scale,
        }
  }

  #takeLaw(): void {
    if (this.#bounds === null)
      return
    const { scale } = fitted(this.#bounds, this.viewport, margin, anyScale)
    this.#law = thumbnailLaw(this.#count, this.#spacing, Math.min(scale, 1e6), this.viewport)
  }

  #limits(): ScaleLimits {
    const { fitScale } = this.#law
    return {
      least: fitScale / 2.5,
      most: Math.max(8 * fitScale, 1.5 * scaleForSize(this.#law, largestThumbnail)),
    }
  }
}
