import type { Camera, CanvasPoint, Direction, MapCluster, MapPhotos, MapStatistics, PhotoMap, Tool } from './photo-map-types'
import { boundsOf } from './bounds-of'
import { toScreen } from './camera'
import { MapDrawing } from './map-drawing'
import { neighbourInDirection } from './neighbour-in-direction'
import { spreadPlaces } from './spread-places'
import { roomShare } from './thinning'
import { spreadSide } from './thumbnail-size'

/** One map on a canvas, as the page knows it: what it is told and asked. */
export class DrawnPhotoMap extends MapDrawing implements PhotoMap {
  /** [N, 2] map units, where the photos lie while they are spread; null while they lie there. */
  #home: Float32Array | null = null
  #spreading: AbortController | null = null

  setPhotos(photos: MapPhotos): void {
    this.#forgetHome()
    const hadOthers = this.photos.set.count > 0
    this.photos.replace(photos)
    this.history.clear()
    if (hadOthers)
      this.canvas.forgetPictures()
    this.take()
    if (!this.view.touched)
      this.view.fitAll(performance.now(), 0)
  }

  moveTo(ids: Uint32Array, xy: Float32Array, aspects?: Float32Array): void {
    this.#forgetHome()
    const now = performance.now()
    const duration = this.photos.move(ids, xy, aspects, now, this.canvas.reducedMotion())
    this.clusters.outdate()
    this.take()
    if (!this.view.touched)
      this.view.fitAll(now, duration)
  }

  setColours(colours: Uint32Array, strengths?: Float32Array): void {
    this.photos.setColours(colours, strengths)
    this.#update('colours')
  }

  setClusters(clusters: MapCluster[], of: Int32Array): void {
    this.clusters.set(clusters, of, this.photos.set)
    this.pointing.look()
    this.canvas.loop.request()
  }

  setSelection(photos: Uint32Array): void {
    this.photos.setSelection(photos)
    this.scene.photos.select()
    this.canvas.loop.request()
  }

  setFilter(found: Uint32Array | null, hide: boolean): void {
    this.photos.setFilter(found, hide)
    this.#update('flags')
    this.findRoom()
  }

  setGone(photos: Iterable<number>): void {
    this.photos.setGone(photos)
    this.#update('flags')
  }

  setSpread(spread: boolean): void {
    this.#spreading?.abort()
    this.#spreading = null
    if (spread)
      void this.#spread()
    else if (this.#home)
      this.#glideTo(this.#home, true)
  }

  setTool(tool: Tool): void {
    this.pointing.setTool(tool)
  }

  fit(photos?: Uint32Array): void {
    const { set } = this.photos
    const rows = photos && [...photos].map(photo => set.rowOf(photo)).filter(row => row >= 0)
    // Spread photos reach farther than the map that they are spread from.
    const bounds = rows || this.#home ? boundsOf(set.to, set.live, rows) : null
    if (bounds)
      this.#move(() => this.view.fitTo(bounds, performance.now()))
    else if (!photos)
      this.#move(() => this.view.fitAll(performance.now()))
  }

  zoomBy(factor: number): void {
    const { width, height } = this.view.viewport
    this.#move(() => this.view.zoomAt({ x: width / 2, y: height / 2 }, factor, true, performance.now()))
  }

  panBy(dx: number, dy: number): void {
    this.#move(() => this.view.panBy(dx, dy))
  }

  lookAt(x: number, y: number): void {
    this.#move(() => this.view.lookAt(x, y))
  }

  goBack(): void {
    this.#goTo(this.history.back(this.view.target))
  }

  goForward(): void {
    this.#goTo(this.history.forward(this.view.target))
  }

  focusPhoto(photo: number | null): void {
    this.focus = photo
    const row = this.rowOf(photo)
    if (row >= 0)
      this.view.reveal(this.photos.set.to[2 * row], this.photos.set.to[2 * row + 1], performance.now())
    this.look()
  }

  moveFocus(direction: Direction): void {
    const { index, set } = this.photos
    const row = this.rowOf(this.focus)
    const next = row < 0
      ? index.nearest(this.view.camera.x, this.view.camera.y, row => !set.isOut(row))
      : neighbourInDirection(index, set.to, row, direction, row => !set.isOut(row))
    if (next === null)
      return
    this.canvas.moved(this)
    this.focusPhoto(set.ids[next])
    this.events.focus(this.focus)
  }

  isPicture(photo: number): boolean {
    const { set } = this.photos
    const row = set.rowOf(photo)
    return row >= 0 && row < set.live && roomShare(set.reach[2 * row + 1], this.view.camera.scale, this.size) > 0.5
  }

  screenOf(photo: number): CanvasPoint | null {
    const { set } = this.photos
    const row = set.rowOf(photo)
    if (row < 0 || row >= set.live)
      return null
    const [x, y] = set.positionAt(row, this.photos.progress(performance.now()))
    return toScreen(this.view.camera, this.view.viewport, x, y)
  }

  cameraNow(): Camera {
    return { ...this.view.camera }
  }

  statistics(): MapStatistics {
    const { loop, pictures } = this.canvas
    return {
      photos: this.photos.set.live,
      thumbnailSize: this.size,
      frameMs: [...loop.frameMs],
      frames: loop.frames,
      ...pictures.counts,
      textureBytes: pictures.counts.textureBytes + this.scene.keptBytes,
      kept: this.scene.isKept,
      loading: pictures.loading || this.photos.thinning || this.lookDue,
      moving: this.photos.gliding || this.view.moving || this.#spreading !== null,
    }
  }

  #move(work: () => void): void {
    this.canvas.moved(this)
    work()
    this.look()
  }

  /** Lays the photos out so that at this zoom none covers another. */
  async #spread(): Promise<void> {
    const stop = this.#spreading = new AbortController()
    const { set } = this.photos
    const home = this.#home ?? set.to.slice(0, 2 * set.live)
    const places = await spreadPlaces(home, spreadSide(this.size) / this.view.camera.scale, stop.signal)
    if (places === null || stop.signal.aborted)
      return
    this.#spreading = null
    this.#glideTo(places, false)
    this.#home = home
  }

  #glideTo(xy: Float32Array, home: boolean): void {
    const { set } = this.photos
    this.#home = null
    this.clusters.setApart(!home)
    this.photos.move(set.ids.slice(0, set.live), xy, undefined, performance.now(), this.canvas.reducedMotion())
    this.show()
  }

  #forgetHome(): void {
    this.#spreading?.abort()
    this.#spreading = null
    this.#home = null
    this.clusters.setApart(false)
  }

  #goTo(camera: Camera | null): void {
    if (camera)
      this.#move(() => this.view.goTo(camera, performance.now()))
  }

  #update(column: 'colours' | 'flags'): void {
    this.scene.photos.update(column)
    this.canvas.loop.request()
  }
}
