import type { WebGLRenderer } from 'pixi.js'
import type { MapTheme } from './map-theme'
import type { Camera, CanvasPoint, Direction, MapCluster, MapPhotos, MapStatistics, PhotoMap, PhotoMapEvents, PhotoMapOptions, PhotoMapSource, Tool } from './photo-map-types'
import { boundsOf } from './bounds-of'
import { boundsInSight, toScreen } from './camera'
import { FrameLoop } from './frame-loop'
import { listenToGestures } from './gestures'
import { MapFades } from './map-fades'
import { MapPictures } from './map-pictures'
import { MapScene } from './map-scene'
import { MapView } from './map-view'
import { neighbourInDirection } from './neighbour-in-direction'
import { Pointing } from './pointing'
import { ShownClusters } from './shown-clusters'
import { ShownPhotos } from './shown-photos'
import { roomShare } from './thinning'

/** Ms between two looks at which pictures are in sight, and between two words to the page about the camera. */
const lookEvery = 110
/** Ms at a time spent on finding out which photos have room. */
const thinFor = 3

/** The map, drawn by a renderer that is ready. */
export class DrawnPhotoMap implements PhotoMap {
  readonly #host: HTMLElement
  readonly #events: PhotoMapEvents
  readonly #reducedMotion: boolean
  readonly #scene: MapScene
  readonly #pictures: MapPictures
  readonly #pointing: Pointing
  readonly #view: MapView
  readonly #photos = new ShownPhotos()
  readonly #clusters = new ShownClusters()
  readonly #loop = new FrameLoop(now => this.#draw(now))
  readonly #life = new AbortController()
  readonly #watch = new ResizeObserver(() => this.resize())
  #theme: MapTheme
  readonly #fades: MapFades
  #focus: number | null = null
  #lost = false
  #thinning = 0
  #lastLook = -Infinity
  #lookDue = false
  #cameraTold: Camera = { x: Number.NaN, y: 0, scale: 0 }

  constructor(host: HTMLElement, canvas: HTMLCanvasElement, renderer: WebGLRenderer, source: PhotoMapSource, events: PhotoMapEvents, options: PhotoMapOptions) {
    this.#host = host
    this.#events = events
    this.#theme = options.theme
    this.#reducedMotion = options.reducedMotion
    this.#view = new MapView(options.reducedMotion)
    this.#fades = new MapFades(options.reducedMotion)
    this.#scene = new MapScene(renderer, options.theme)
    this.#pictures = new MapPictures(renderer, source, () => this.#loop.request())
    this.#pointing = new Pointing({
      canvas,
      view: this.#view,
      scene: this.#scene,
      photos: this.#photos,
      clusters: () => this.#clusters.clusters,
      size: () => this.#size,
      theme: () => this.#theme,
      act: (work) => {
        this.#loop.measure(work)
        this.#loop.request()
      },
    }, events)
    this.resize()
    this.#watch.observe(host)
    listenToGestures(canvas, this.#pointing.targets(), this.#life.signal)
    canvas.addEventListener('webglcontextlost', () => void (this.#lost = true), { signal: this.#life.signal })
    canvas.addEventListener('webglcontextrestored', () => this.#regain(), { signal: this.#life.signal })
  }

  setPhotos(photos: MapPhotos): void {
    this.#photos.replace(photos)
    this.#pictures.forget()
    this.#take()
    if (!this.#view.touched)
      this.#view.fitAll(performance.now(), 0)
  }

  moveTo(ids: Uint32Array, xy: Float32Array, aspects?: Float32Array): void {
    const now = performance.now()
    const duration = this.#photos.move(ids, xy, aspects, now, this.#reducedMotion)
    this.#clusters.outdate()
    this.#take()
    if (!this.#view.touched)
      this.#view.fitAll(now, duration)
  }

  setColours(colours: Uint32Array): void {
    this.#photos.setColours(colours)
    this.#update('colours')
  }

  setStrength(strength: Float32Array): void {
    this.#photos.setStrength(strength)
    this.#update('colours')
  }

  setClusters(clusters: MapCluster[], of: Int32Array): void {
    this.#clusters.set(clusters, of, this.#photos.set)
    this.#pointing.look()
    this.#loop.request()
  }

  setSelection(photos: Uint32Array): void {
    this.#photos.setSelection(photos)
    this.#update('flags')
  }

  setFilter(found: Uint32Array | null, hide: boolean): void {
    this.#photos.setFilter(found, hide)
    this.#update('flags')
    this.#findRoom()
  }

  setGone(photos: Iterable<number>): void {
    this.#photos.setGone(photos)
    this.#update('flags')
  }

  setTool(tool: Tool): void {
    this.#pointing.setTool(tool)
  }

  setTheme(theme: MapTheme): void {
    this.#theme = theme
    this.#scene.setTheme(theme)
    this.#loop.request()
  }

  invalidate(photos: Uint32Array): void {
    this.#pictures.invalidate(photos)
    this.#look()
  }

  fit(photos?: Uint32Array): void {
    const { set } = this.#photos
    const rows = photos && [...photos].map(photo => set.rowOf(photo)).filter(row => row >= 0)
    const bounds = rows && boundsOf(set.to, set.live, rows)
    if (bounds)
      this.#view.fitTo(bounds, performance.now())
    else if (!photos)
      this.#view.fitAll(performance.now())
    this.#look()
  }

  zoomBy(factor: number): void {
    const { width, height } = this.#view.viewport
    this.#view.zoomAt({ x: width / 2, y: height / 2 }, factor, true, performance.now())
    this.#look()
  }

  panBy(dx: number, dy: number): void {
    this.#view.panBy(dx, dy)
    this.#look()
  }

  focusPhoto(photo: number | null): void {
    this.#focus = photo
    const row = this.#rowOf(photo)
    if (row >= 0)
      this.#view.reveal(this.#photos.set.to[2 * row], this.#photos.set.to[2 * row + 1], performance.now())
    this.#look()
  }

  moveFocus(direction: Direction): void {
    const { index, set } = this.#photos
    const row = this.#rowOf(this.#focus)
    const next = row < 0
      ? index.nearest(this.#view.camera.x, this.#view.camera.y, row => !set.isOut(row))
      : neighbourInDirection(index, set.to, row, direction, row => !set.isOut(row))
    if (next === null)
      return
    this.focusPhoto(set.ids[next])
    this.#events.focus(this.#focus)
  }

  isPicture(photo: number): boolean {
    const { set } = this.#photos
    const row = set.rowOf(photo)
    return row >= 0 && row < set.live && roomShare(set.reach[2 * row + 1], this.#view.camera.scale, this.#size) > 0.5
  }

  screenOf(photo: number): CanvasPoint | null {
    const { set } = this.#photos
    const row = set.rowOf(photo)
    if (row < 0 || row >= set.live)
      return null
    const [x, y] = set.positionAt(row, this.#photos.progress(performance.now()))
    return toScreen(this.#view.camera, this.#view.viewport, x, y)
  }

  cameraNow(): Camera {
    return { ...this.#view.camera }
  }

  statistics(): MapStatistics {
    return {
      photos: this.#photos.set.live,
      thumbnailSize: this.#size,
      frameMs: [...this.#loop.frameMs],
      frames: this.#loop.frames,
      ...this.#pictures.counts,
      loading: this.#pictures.loading || this.#photos.thinning || this.#lookDue,
      moving: this.#photos.gliding || this.#view.moving,
    }
  }

  resize(): void {
    const viewport = {
      width: Math.max(1, this.#host.clientWidth),
      height: Math.max(1, this.#host.clientHeight),
    }
    this.#view.resize(viewport)
    this.#scene.resize(viewport, window.devicePixelRatio)
    if (!this.#view.touched)
      this.#view.fitAll(performance.now(), 0)
    this.#lookDue = true
    this.#loop.drawNow()
  }

  destroy(): void {
    this.#life.abort()
    this.#watch.disconnect()
    this.#loop.stop()
    cancelAnimationFrame(this.#thinning)
    this.#scene.photos.setTextures(null, null)
    this.#pictures.destroy()
    this.#scene.destroy()
  }

  get #size(): number {
    return this.#view.sizeAt(this.#photos.progress(performance.now()))
  }

  #rowOf(photo: number | null): number {
    return photo === null
      ? -1
      : this.#photos.set.rowOf(photo)
  }

  /** Shows other photos, or the same at other places. */
  #take(): void {
    const { set, index } = this.#photos
    this.#view.setExtent(boundsOf(set.to, set.live), set.live, index.spacing())
    this.#show()
    this.#findRoom()
  }

  /** Finds out which photos have room for a picture: of few photos at once, of many a little in every frame. */
  #findRoom(): void {
    cancelAnimationFrame(this.#thinning)
    if (this.#photos.thin(thinFor)) {
      this.#update('reach')
      this.#look()
    }
    else if (this.#photos.thinning) {
      this.#thinning = requestAnimationFrame(() => this.#findRoom())
    }
  }

  #show(): void {
    this.#pictures.setPhotos(this.#photos.set)
    this.#scene.photos.setPhotos(this.#photos.set)
    this.#look()
  }

  #update(column: 'colours' | 'flags' | 'reach'): void {
    this.#scene.photos.update(column)
    this.#loop.request()
  }

  /** What is in sight, or under the pointer, has changed. */
  #look(): void {
    this.#lookDue = true
    this.#pointing.look()
    this.#loop.request()
  }

  /** One frame; says whether another is needed. */
  #draw(now: number): boolean {
    if (this.#lost)
      return false
    const { camera } = this.#view
    this.#view.step(now)
    if (camera !== this.#view.camera)
      this.#pointing.look()
    if (this.#photos.settle(now))
      this.#show()
    const { gliding, selected } = this.#photos
    const clustersSeen = this.#clusters.step(gliding, this.#fades.clusters, [this.#scene.clusters, this.#scene.names])
    const fading = this.#fades.step(clustersSeen, selected > 0)
    this.#pointing.step()
    if (this.#pictures.step())
      this.#scene.photos.update('large')
    const progress = this.#photos.progress(now)
    const size = this.#view.sizeAt(progress)
    this.#scene.draw({
      camera: this.#view.camera,
      viewport: this.#view.viewport,
      size,
      progress,
      hover: this.#rowOf(this.#pointing.hovered),
      focus: this.#rowOf(this.#focus),
      selected: selected > 0,
      held: this.#fades.held,
      filtered: this.#photos.filtered,
      leftOut: this.#photos.leftOut,
      clusters: this.#fades.clusters,
      highlight: this.#pointing.hoveredCluster,
    }, this.#pictures)
    this.#tell(now, size)
    return this.#view.moving || gliding || fading || this.#pictures.uploading || this.#lookDue
  }

  /** Tells the page of the camera and the pictures of what they must see, now and then. */
  #tell(now: number, size: number): void {
    const { camera } = this.#view
    const moved = camera.x !== this.#cameraTold.x || camera.y !== this.#cameraTold.y || camera.scale !== this.#cameraTold.scale
    this.#lookDue ||= moved
    if (!this.#lookDue || now - this.#lastLook < lookEvery)
      return
    this.#lookDue = false
    this.#lastLook = now
    this.#pictures.want(this.#photos.index, size, camera.scale, this.#scene.ratio, boundsInSight(camera, this.#view.viewport, size))
    if (moved) {
      this.#cameraTold = camera
      this.#events.camera({ ...camera })
    }
  }

  #regain(): void {
    this.#lost = false
    this.#pictures.forget()
    this.#look()
  }
}
