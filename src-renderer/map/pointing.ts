import type { GestureTargets } from './gestures'
import type { MapClusters } from './map-clusters'
import type { MapScene } from './map-scene'
import type { MapTheme } from './map-theme'
import type { MapView } from './map-view'
import type { CanvasPoint, PhotoMapEvents, Tool } from './photo-map-types'
import type { ShownPhotos } from './shown-photos'
import { toMap } from './camera'
import { clickChoice, modeOf } from './click-choice'
import { LassoLine } from './lasso-line'
import { outlinePad } from './layers/clusters-layer'
import { photoAt } from './photo-at'
import { photoClickSize } from './thumbnail-size'

/** What pointing needs to know of the map at the moment. */
export interface PointedMap {
  /** The element that takes the hand's gestures. */
  pane: HTMLElement
  view: MapView
  scene: MapScene
  photos: ShownPhotos
  clusters: () => MapClusters
  size: () => number
  theme: () => MapTheme
  /** Runs an input handler so that its time is counted. */
  measure: (work: () => void) => void
  /** The same, and asks for a frame. */
  act: (work: () => void) => void
  /** The hand moves the view. */
  moved: () => void
}

/** Points of a lasso nearer than this to the last one, CSS px, add nothing. */
const lassoStep = 3

/** Turns gestures into what is hovered, chosen and opened. */
export class Pointing {
  tool: Tool = 'pan'
  /** Photo and cluster under the pointer. */
  hovered: number | null = null
  hoveredCluster = -1
  readonly #map: PointedMap
  readonly #events: PhotoMapEvents
  #at: CanvasPoint | null = null
  #dirty = false
  #dragging: 'pan' | 'lasso' | null = null
  readonly #line: LassoLine
  /** x, y, x, y … map units. */
  #lasso: number[] = []
  #lassoLast: CanvasPoint = { x: 0, y: 0 }

  constructor(map: PointedMap, events: PhotoMapEvents) {
    this.#map = map
    this.#events = events
    this.#line = new LassoLine(map.pane)
  }

  close(): void {
    this.#line.remove()
  }

  /** What lies under the pointer may have changed: looks again with the next frame. */
  look(): void {
    this.#dirty = true
  }

  setTool(tool: Tool): void {
    this.tool = tool
    this.#showCursor()
  }

  /** Finds what is under the pointer, at most once a frame. */
  step(): void {
    this.#line.place(this.#map.view.camera, this.#map.view.viewport)
    if (!this.#dirty)
      return
    this.#dirty = false
    const { x, y } = this.#at ?? { x: 0, y: 0 }
    const photo = this.#at && this.#photoAt(this.#at)
    const cluster = this.#at
      ? this.#clusterAt(this.#at, photo)
      : -1
    const changed = photo !== this.hovered
    this.hovered = photo
    this.hoveredCluster = this.#large
      ? -1
      : cluster
    this.#showCursor()
    if (changed || photo !== null)
      this.#events.hover(photo, { x, y })
  }

  targets(): GestureTargets {
    const { act, measure } = this.#map
    return {
      hover: at => act(() => {
        this.#at = at
        this.look()
      }),
      drawsLasso: event => this.tool === 'lasso' || event.shiftKey || event.altKey,
      pan: (dx, dy) => act(() => {
        this.#map.moved()
        this.#map.view.panBy(dx, dy)
      }),
      lasso: (at, phase) => measure(() => this.#drawLasso(at, phase === 'start')),
      lassoEnd: event => act(() => this.#endLasso(event)),
      lassoCancel: () => measure(() => this.#line.hide()),
      click: (at, event) => act(() => this.#click(at, event)),
      doubleClick: at => act(() => {
        const photo = this.#photoAt(at)
        if (photo !== null)
          this.#events.open(photo)
      }),
      zoom: (at, factor, smooth) => act(() => {
        this.#map.moved()
        this.#map.view.zoomAt(at, factor, smooth, performance.now())
        this.look()
      }),
      dragging: what => act(() => {
        this.#dragging = what
        this.#showCursor()
      }),
    }
  }

  get #large(): boolean {
    return this.#map.size() >= photoClickSize
  }

  #photoAt(at: CanvasPoint): number | null {
    const { view } = this.#map
    if (this.#map.scene.names.at(at) >= 0)
      return null
    const { set, index } = this.#map.photos
    const row = photoAt(at, set, index, view.camera, view.viewport, this.#map.size())
    return row === null
      ? null
      : set.ids[row]
  }

  #clusterAt(at: CanvasPoint, photo: number | null): number {
    const clusters = this.#map.clusters()
    const named = this.#map.scene.names.at(at)
    if (named >= 0)
      return named
    const { camera, viewport } = this.#map.view
    if (photo !== null)
      return clusters.clusterOf(photo)
    return this.#map.scene.clusters.isSeen
      ? clusters.at(toMap(camera, viewport, at), outlinePad(this.#map.size()) / camera.scale)
      : -1
  }

  #click(at: CanvasPoint, event: PointerEvent): void {
    const photo = this.#photoAt(at)
    const cluster = this.#clusterAt(at, photo)
    const choice = clickChoice({
      photo,
      cluster,
      onName: this.#map.scene.names.at(at) >= 0,
      large: this.#large,
      single: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    })
    if (!choice)
      return
    const photos = choice.what === 'photo'
      ? Uint32Array.of(photo!)
      : choice.what === 'cluster'
        ? this.#found(this.#map.clusters().photosOf(cluster))
        : new Uint32Array()
    this.#events.choose(photos, choice.mode, choice.what)
  }

  #drawLasso(at: CanvasPoint, start: boolean): void {
    if (start)
      this.#lasso = []
    else if (Math.hypot(at.x - this.#lassoLast.x, at.y - this.#lassoLast.y) < lassoStep)
      return
    this.#lassoLast = at
    const { x, y } = toMap(this.#map.view.camera, this.#map.view.viewport, at)
    this.#lasso.push(x, y)
    this.#line.show(this.#lasso, this.#map.theme(), this.#map.view.camera, this.#map.view.viewport)
  }

  #endLasso(event: PointerEvent): void {
    this.#line.hide()
    const { set, index } = this.#map.photos
    const photos = index.inPolygon(this.#lasso)
    let found = 0
    for (const row of photos) {
      if (!set.isOut(row))
        photos[found++] = set.ids[row]
    }
    this.#events.choose(photos.slice(0, found), modeOf(event.shiftKey, event.altKey), 'lasso')
  }

  /** Without the photos a filter leaves out. */
  #found(photos: Uint32Array): Uint32Array {
    const { set } = this.#map.photos
    return photos.filter(photo => !set.isOut(set.rowOf(photo)))
  }

  #showCursor(): void {
    this.#map.pane.style.cursor = this.#cursor()
  }

  #cursor(): string {
    if (this.#dragging === 'pan')
      return 'grabbing'
    if (this.#dragging === 'lasso' || this.tool === 'lasso')
      return 'crosshair'
    return this.hovered !== null || this.hoveredCluster >= 0
      ? 'pointer'
      : 'grab'
  }
}
