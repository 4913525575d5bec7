import type { WebGLRenderer } from 'pixi.js'
import type { Frame } from './frame'
import type { FrameLoop } from './frame-loop'
import type { MapPictures } from './map-pictures'
import type { MapTheme } from './map-theme'
import type { Camera, PhotoMapEvents } from './photo-map-types'
import type { WantedPictures } from './wanted-pictures'
import { boundsOf } from './bounds-of'
import { boundsInSight } from './camera'
import { listenToGestures } from './gestures'
import { MapFades } from './map-fades'
import { MapScene } from './map-scene'
import { MapView } from './map-view'
import { Pointing } from './pointing'
import { ShownClusters } from './shown-clusters'
import { ShownPhotos } from './shown-photos'
import { ViewHistory } from './view-history'

/** Ms between two looks at which pictures are in sight, and between two words to the page about the camera. */
const lookEvery = 110
/** Ms at a time spent on finding out which photos have room. */
const thinFor = 3
/** Ms without a movement after which a person rests at a view. */
const restAfter = 600

/** What a map needs of the canvas it is drawn on. */
export interface DrawingCanvas {
  loop: FrameLoop
  pictures: MapPictures
  theme: () => MapTheme
  /** Device px per CSS px. */
  ratio: () => number
  reducedMotion: () => boolean
  /** The person moves this map. */
  moved: (map: MapDrawing) => void
  /** Every picture must be fetched anew. */
  forgetPictures: () => void
  closed: (map: MapDrawing) => void
}

/** One map on a canvas, as the canvas knows it: what it shows, where it looks, and what it draws in a frame. */
export class MapDrawing {
  readonly pane: HTMLElement
  /** Where the map is on the canvas. */
  frame: Frame
  readonly view: MapView
  readonly photos = new ShownPhotos()
  readonly scene: MapScene
  /** Whether photos are on their way to this map from another. */
  awaiting = false
  protected readonly canvas: DrawingCanvas
  protected readonly events: PhotoMapEvents
  protected readonly clusters = new ShownClusters()
  protected readonly history = new ViewHistory()
  protected readonly pointing: Pointing
  /** The photo the keyboard's cursor is on. */
  protected focus: number | null = null
  protected lookDue = true
  readonly #wanted: WantedPictures
  readonly #fades: MapFades
  readonly #life = new AbortController()
  #lastLook = -Infinity
  #thinning = 0
  #resting: ReturnType<typeof setTimeout> | undefined
  #telling: ReturnType<typeof setTimeout> | undefined
  #cameraTold: Camera = { x: Number.NaN, y: 0, scale: 0 }

  constructor(pane: HTMLElement, frame: Frame, canvas: DrawingCanvas, events: PhotoMapEvents) {
    this.pane = pane
    this.frame = frame
    this.canvas = canvas
    this.events = events
    this.view = new MapView(canvas.reducedMotion)
    this.#fades = new MapFades(canvas.reducedMotion)
    this.scene = new MapScene(canvas.theme())
    this.#wanted = canvas.pictures.open()
    this.pointing = new Pointing({
      pane,
      view: this.view,
      scene: this.scene,
      photos: this.photos,
      clusters: () => this.clusters.clusters,
      size: () => this.size,
      theme: canvas.theme,
      measure: work => canvas.loop.measure(work),
      act: (work) => {
        canvas.loop.measure(work)
        canvas.loop.request()
      },
      moved: () => canvas.moved(this),
    }, events)
    listenToGestures(pane, this.pointing.targets(), this.#life.signal)
  }

  /** CSS px of a thumbnail's side. */
  get size(): number {
    return this.view.sizeAt(this.photos.progress(performance.now()))
  }

  /** The row of a photo, −1 where it is not on the map. */
  rowOf(photo: number | null): number {
    return photo === null
      ? -1
      : this.photos.set.rowOf(photo)
  }

  resize(frame: Frame): void {
    this.frame = frame
    this.view.resize({ width: frame.width, height: frame.height })
    this.scene.setRatio(this.canvas.ratio())
    if (!this.view.touched)
      this.view.fitAll(performance.now(), 0)
    this.lookDue = true
  }

  /** What is in sight, or under the pointer, has changed. */
  look(): void {
    this.lookDue = true
    this.pointing.look()
    this.canvas.loop.request()
  }

  /** Goes on to `now`; says whether there is more to go. */
  step(now: number): boolean {
    const { camera } = this.view
    this.view.step(now)
    if (camera !== this.view.camera)
      this.pointing.look()
    if (this.photos.settle(now))
      this.#draw()
    const { gliding, selected } = this.photos
    const clustersSeen = this.clusters.step(gliding, this.#fades.clusters, [this.scene.clusters, this.scene.names])
    const fading = this.#fades.step(now, clustersSeen, selected > 0, this.awaiting)
    this.pointing.step()
    if (this.#wanted.changed())
      this.scene.photos.update('large')
    return this.view.moving || gliding || fading
  }

  /** Looks where another map of the canvas looks. */
  follow(camera: Camera): void {
    if (camera === this.view.camera)
      return
    this.view.follow(camera)
    this.pointing.look()
  }

  /** Sets the scene for one frame; says whether it needs another one. */
  arrange(now: number): boolean {
    const progress = this.photos.progress(now)
    return this.scene.arrange({
      camera: this.view.camera,
      viewport: this.view.viewport,
      size: this.view.sizeAt(progress),
      progress,
      hover: this.rowOf(this.pointing.hovered),
      focus: this.rowOf(this.focus),
      held: this.#fades.held,
      chosen: this.#fades.chosen,
      leftOut: this.photos.leftOut,
      clusters: this.#fades.clusters,
      highlight: this.pointing.hoveredCluster,
    }, this.canvas.pictures.cell)
  }

  /** Keeps what the last frame showed, so that choosing and pointing need not draw it again. */
  keep(renderer: WebGLRenderer): void {
    if (this.photos.selected === 0 && !this.photos.thinning && !this.awaiting)
      this.scene.keep(renderer)
  }

  /** Tells the page of the camera and the pictures of what they must see, now and then: later where it is too soon, without a frame for it. */
  tell(now: number): void {
    const { camera } = this.view
    const moved = camera.x !== this.#cameraTold.x || camera.y !== this.#cameraTold.y || camera.scale !== this.#cameraTold.scale
    this.lookDue ||= moved
    clearTimeout(this.#telling)
    if (!this.lookDue)
      return
    const left = this.#lastLook + lookEvery - now
    if (left > 0) {
      this.#telling = setTimeout(() => this.canvas.loop.measure(() => this.tell(performance.now())), left)
      return
    }
    this.lookDue = false
    this.#lastLook = now
    this.#wanted.want(this.photos.index, this.size, camera.scale, this.canvas.ratio(), boundsInSight(camera, this.view.viewport, this.size))
    if (moved) {
      this.#cameraTold = camera
      this.events.camera({ ...camera })
      clearTimeout(this.#resting)
      this.#resting = setTimeout(() => this.history.rest(this.view.target), restAfter)
    }
  }

  /** Takes the map off its canvas. */
  close(): void {
    if (this.#life.signal.aborted)
      return
    clearTimeout(this.#resting)
    clearTimeout(this.#telling)
    cancelAnimationFrame(this.#thinning)
    this.#life.abort()
    this.pointing.close()
    this.scene.take(null)
    this.canvas.pictures.close(this.#wanted)
    this.canvas.closed(this)
    this.scene.destroy()
  }

  /** Shows other photos, or the same at other places. */
  protected take(): void {
    const { set, index } = this.photos
    this.view.setExtent(boundsOf(set.to, set.live), set.live, index.spacing())
    this.show()
  }

  /** Shows the same photos at other places of the same map. */
  protected show(): void {
    this.#draw()
    this.findRoom()
  }

  /** Finds out which photos have room for a picture: of few photos at once, of many a little in every frame. */
  protected findRoom(): void {
    cancelAnimationFrame(this.#thinning)
    if (this.photos.thin(thinFor)) {
      this.scene.photos.update('reach')
      this.look()
    }
    else if (this.photos.thinning) {
      this.#thinning = requestAnimationFrame(() => this.findRoom())
    }
  }

  #draw(): void {
    this.#wanted.setPhotos(this.photos.set)
    this.scene.photos.setPhotos(this.photos.set)
    this.look()
  }
}
