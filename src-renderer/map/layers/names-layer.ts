import type { Bounds, Viewport } from '../camera'
import type { DrawnName } from '../draw-name'
import type { MapTheme } from '../map-theme'
import type { Camera, CanvasPoint, MapCluster } from '../photo-map-types'
import type { NamePlace } from '../place-names'
import { CanvasSource, Container, Sprite, Texture } from 'pixi.js'
import { boundsOf } from '../bounds-of'
import { toScreen } from '../camera'
import { drawName } from '../draw-name'
import { placeNames } from '../place-names'

interface Name {
  cluster: MapCluster
  bounds: Bounds
  drawn: DrawnName
  sprite: Sprite
  place: NamePlace | null
}

/** The clusters' names, at the upper rim of their outlines, those of larger clusters first. */
export class NamesLayer {
  readonly container = new Container()
  #names: Name[] = []
  #clusters: MapCluster[] = []
  #theme: MapTheme
  #ratio = 1

  constructor(theme: MapTheme) {
    this.#theme = theme
  }

  setClusters(clusters: MapCluster[]): void {
    this.#clusters = clusters
    const shown = new Set(this.#names.filter(name => name.place).map(name => name.cluster.name))
    this.#clear()
    for (const cluster of clusters) {
      const bounds = boundsOf(cluster.outline, cluster.outline.length / 2)
      if (cluster.name === null || bounds === null)
        continue
      const drawn = drawName(cluster.name, cluster.photos, cluster.colour, this.#theme, this.#ratio)
      const sprite = new Sprite(new Texture({
        source: new CanvasSource({ resource: drawn.canvas, resolution: this.#ratio }),
      }))
      sprite.roundPixels = true
      sprite.visible = false
      this.container.addChild(sprite)
      const place = shown.has(cluster.name)
        ? { x: 0, y: 0 }
        : null
      this.#names.push({
        cluster,
        bounds,
        drawn,
        sprite,
        place,
      })
    }
  }

  setTheme(theme: MapTheme): void {
    this.#theme = theme
    this.setClusters(this.#clusters)
  }

  setRatio(ratio: number): void {
    if (ratio === this.#ratio)
      return
    this.#ratio = ratio
    this.setClusters(this.#clusters)
  }

  /** `pad`: CSS px by which the outlines stand off. */
  place(camera: Camera, viewport: Viewport, pad: number, alpha: number): void {
    this.container.alpha = alpha
    this.container.visible = alpha > 0
    const places = placeNames(this.#names.map(({ cluster, bounds, drawn, place }) => {
      const upper = toScreen(camera, viewport, bounds.left, bounds.top)
      const lower = toScreen(camera, viewport, bounds.right, bounds.bottom)
      return {
        x: (upper.x + lower.x) / 2,
        y: upper.y - pad,
        width: drawn.width,
        height: drawn.height,
        left: upper.x - pad,
        right: lower.x + pad,
        top: upper.y - pad,
        bottom: lower.y + pad,
        weight: cluster.photos,
        shown: place !== null,
      }
    }), viewport)
    for (let at = 0; at < places.length; at++) {
      const { sprite, drawn } = this.#names[at]
      const place = places[at]
      this.#names[at].place = place
      sprite.visible = place !== null
      if (place)
        sprite.position.set(place.x - drawn.width / 2, place.y - drawn.height / 2)
    }
  }

  /** The cluster whose name is at a point; −1 for none. */
  at(point: CanvasPoint): number {
    for (const { cluster, drawn, place } of this.#names) {
      if (place && Math.abs(point.x - place.x) <= drawn.width / 2 && Math.abs(point.y - place.y) <= drawn.height / 2)
        return cluster.index
    }
    return -1
  }

  destroy(): void {
    this.#clear()
    this.container.destroy()
  }

  #clear(): void {
    for (const { sprite } of this.#names)
      sprite.destroy({ texture: true, textureSource: true })
    this.#names = []
  }
}
