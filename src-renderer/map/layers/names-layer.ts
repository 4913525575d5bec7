import type { Bounds, Viewport } from '../camera'
import type { MeasuredName } from '../draw-name'
import type { MapTheme } from '../map-theme'
import type { Camera, CanvasPoint, MapCluster } from '../photo-map-types'
import type { NamePlace } from '../place-names'
import { CanvasSource, Container, Sprite, Texture } from 'pixi.js'
import { boundsOf } from '../bounds-of'
import { toScreen } from '../camera'
import { drawName, measureName } from '../draw-name'
import { placeNames } from '../place-names'

interface Name {
  cluster: MapCluster
  bounds: Bounds
  measured: MeasuredName
  /** Drawn once the name has a place on the canvas. */
  sprite: Sprite | null
  /** Whether the sprite says still what its cluster was called before. */
  stale: boolean
  place: NamePlace | null
}

/** So many names are drawn in a frame, and none in the first after groups were called otherwise: when a key labels all of them, what it did is seen before it is said of each. */
const drawnInFrame = 8

/** The clusters' names, at the upper rim of their outlines, those of larger clusters first. */
export class NamesLayer {
  readonly container = new Container()
  #names: Name[] = []
  /** Whether groups were called otherwise since the last frame. */
  #renamed = false
  #theme: MapTheme
  #ratio = 1

  constructor(theme: MapTheme) {
    this.#theme = theme
  }

  /** A name that says what it said before is not drawn again; where the same cluster is called otherwise, it is soon. */
  setClusters(clusters: MapCluster[]): void {
    const left = new Set(this.#names)
    const before = new Map(this.#names.map(name => [wordsOf(name.cluster), name]))
    const ofOutline = new Map(this.#names.map(name => [name.cluster.outline, name]))
    const shown = new Set(this.#names.filter(name => name.place).map(name => name.cluster.name))
    this.#renamed = this.#names.length > 0
    this.#names = []
    for (const cluster of clusters) {
      const bounds = boundsOf(cluster.outline, cluster.outline.length / 2)
      if (cluster.name === null || bounds === null)
        continue
      const same = before.get(wordsOf(cluster))
      before.delete(wordsOf(cluster))
      if (same)
        left.delete(same)
      this.#names.push({
        cluster,
        bounds,
        measured: same?.measured ?? measureName({ ...cluster, name: cluster.name }),
        sprite: same?.sprite ?? null,
        stale: same?.stale ?? false,
        place: shown.has(cluster.name) ? { x: 0, y: 0 } : null,
      })
    }
    for (const name of this.#names) {
      const old = ofOutline.get(name.cluster.outline)
      if (!name.sprite && old?.sprite && left.delete(old)) {
        name.sprite = old.sprite
        name.stale = true
      }
    }
    for (const name of left)
      this.#drop(name)
  }

  setTheme(theme: MapTheme): void {
    this.#theme = theme
    this.#drawAnew()
  }

  setRatio(ratio: number): void {
    if (ratio === this.#ratio)
      return
    this.#ratio = ratio
    this.#drawAnew()
  }

  /** Puts the names where they have room; says whether some have yet to be drawn. `pad`: CSS px by which the outlines stand off. */
  place(camera: Camera, viewport: Viewport, pad: number, alpha: number): boolean {
    this.container.alpha = alpha
    this.container.visible = alpha > 0
    const places = placeNames(this.#names.map(({ cluster, bounds, measured, place }) => {
      const upper = toScreen(camera, viewport, bounds.left, bounds.top)
      const lower = toScreen(camera, viewport, bounds.right, bounds.bottom)
      return {
        x: (upper.x + lower.x) / 2,
        y: upper.y - pad,
        width: measured.width,
        height: measured.height,
        left: upper.x - pad,
        right: lower.x + pad,
        top: upper.y - pad,
        bottom: lower.y + pad,
        weight: cluster.photos,
        shown: place !== null,
      }
    }), viewport)
    const most = this.#renamed ? 0 : drawnInFrame
    this.#renamed = false
    let due = 0
    for (let at = 0; at < places.length; at++) {
      const name = this.#names[at]
      const place = name.place = places[at]
      if (place) {
        if ((name.stale || !name.sprite) && due++ < most) {
          this.#drop(name)
          name.sprite = this.#draw(name.measured)
          name.stale = false
        }
        name.sprite?.position.set(place.x - name.sprite.width / 2, place.y - name.measured.height / 2)
      }
      if (name.sprite)
        name.sprite.visible = place !== null
    }
    return due > most
  }

  /** The cluster whose name is seen at a point; −1 for none. */
  at(point: CanvasPoint): number {
    if (!this.container.visible)
      return -1
    for (const { cluster, measured, place } of this.#names) {
      if (place && Math.abs(point.x - place.x) <= measured.width / 2 && Math.abs(point.y - place.y) <= measured.height / 2)
        return cluster.index
    }
    return -1
  }

  destroy(): void {
    this.#drawAnew()
    this.container.destroy()
  }

  #draw(name: MeasuredName): Sprite {
    const sprite = new Sprite(new Texture({
      source: new CanvasSource({ resource: drawName(name, this.#theme, this.#ratio), resolution: this.#ratio }),
    }))
    sprite.roundPixels = true
    this.container.addChild(sprite)
    return sprite
  }

  /** Every name is drawn when it has a place next. */
  #drawAnew(): void {
    for (const name of this.#names)
      this.#drop(name)
  }

  #drop(name: Name): void {
    name.sprite?.destroy({ texture: true, textureSource: true })
    name.sprite = null
  }
}

function wordsOf({ name, photos, part, colour }: MapCluster): string {
  return `${colour} ${part} ${photos} ${name}`
}
