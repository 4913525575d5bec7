import type { RenderOptions, WebGLRenderer } from 'pixi.js'
import type { DrawingCanvas, MapDrawing } from './map-drawing'
import type { MapTheme } from './map-theme'
import type { MapCanvas, PhotoMap, PhotoMapEvents, PhotoMapOptions, PhotoMapSource } from './photo-map-types'
import { Rectangle } from 'pixi.js'
import { DrawnPhotoMap } from './drawn-photo-map'
import { frameOf } from './frame'
import { FrameLoop } from './frame-loop'
import { MapPictures } from './map-pictures'
import { PhotoFlight, rowsToFly } from './photo-flight'

/** Ms without a frame after which what rests is kept. */
const keepAfter = 150

/** The canvas, drawn by a renderer that is ready. */
export class DrawnMapCanvas implements MapCanvas {
  readonly #host: HTMLElement
  readonly #renderer: WebGLRenderer
  readonly #pictures: MapPictures
  readonly #loop = new FrameLoop(now => this.#draw(now))
  readonly #life = new AbortController()
  readonly #watch = new ResizeObserver(() => this.#resize())
  readonly #reducedMotion: () => boolean
  readonly #maps: DrawnPhotoMap[] = []
  #theme: MapTheme
  #ratio = 1
  #lost = false
  #linked = false
  /** The map that was moved last: the others look where it looks while they are linked. */
  #leader: MapDrawing | null = null
  #flight: PhotoFlight | null = null
  #keeping: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement, canvas: HTMLCanvasElement, renderer: WebGLRenderer, source: PhotoMapSource, options: PhotoMapOptions) {
    this.#host = host
    this.#renderer = renderer
    this.#theme = options.theme
    this.#reducedMotion = options.reducedMotion
    this.#pictures = new MapPictures(renderer, source, () => this.#loop.request())
    this.#watch.observe(host)
    this.#resize()
    this.#watchRatio()
    canvas.addEventListener('webglcontextlost', () => void (this.#lost = true), { signal: this.#life.signal })
    canvas.addEventListener('webglcontextrestored', () => this.#regain(), { signal: this.#life.signal })
  }

  open(pane: HTMLElement, events: PhotoMapEvents): PhotoMap {
    const map = new DrawnPhotoMap(pane, frameOf(pane, this.#host), this.#forMaps(), events)
    this.#maps.push(map)
    this.#leader ??= map
    this.#watch.observe(pane)
    this.#resize()
    return map
  }

  setTheme(theme: MapTheme): void {
    this.#theme = theme
    this.#renderer.background.color = theme.background
    for (const map of this.#maps)
      map.scene.setTheme(theme)
    this.#loop.request()
  }

  invalidate(photos: Uint32Array): void {
    this.#pictures.invalidate(photos)
    for (const map of this.#maps)
      map.look()
  }

  setLinked(linked: boolean): void {
    this.#linked = linked
    this.#loop.request()
  }

  fly(from: PhotoMap, to: PhotoMap, photos?: Uint32Array): void {
    const source = this.#maps.find(map => map === from)
    const target = this.#maps.find(map => map === to)
    if (!source || !target)
      return
    this.#land()
    const rows = rowsToFly(source, target, photos)
    if (photos && !this.#linked)
      target.fit(photos)
    if (this.#reducedMotion() || rows.length === 0)
      return
    this.#flight = new PhotoFlight(source, target, rows, this.#pictures, this.#theme, performance.now())
    target.awaiting = true
    this.#loop.request()
  }

  destroy(): void {
    this.#life.abort()
    clearTimeout(this.#keeping)
    this.#watch.disconnect()
    this.#loop.stop()
    this.#land()
    for (const map of [...this.#maps])
      map.close()
    this.#loop.stop()
    this.#pictures.destroy()
    this.#renderer.destroy({ removeView: true })
  }

  /** What the maps may know of the canvas. */
  #forMaps(): DrawingCanvas {
    return {
      loop: this.#loop,
      pictures: this.#pictures,
      theme: () => this.#theme,
      ratio: () => this.#ratio,
      reducedMotion: this.#reducedMotion,
      moved: map => void (this.#leader = map),
      forgetPictures: () => this.#forget(),
      closed: map => this.#close(map),
    }
  }

  #close(map: MapDrawing): void {
    if (this.#flight)
      this.#land()
    this.#watch.unobserve(map.pane)
    this.#maps.splice(this.#maps.findIndex(one => one === map), 1)
    if (this.#leader === map)
      this.#leader = this.#maps[0] ?? null
    this.#loop.request()
  }

  /** A window that goes to another screen may stay as large as it was and have other pixels. */
  #watchRatio(): void {
    window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.#resize()
      this.#watchRatio()
    }, { once: true, signal: this.#life.signal })
  }

  /** Takes the host's size and the device's pixel ratio again. */
  #resize(): void {
    this.#ratio = window.devicePixelRatio
    this.#renderer.resize(Math.max(1, this.#host.clientWidth), Math.max(1, this.#host.clientHeight), this.#ratio)
    for (const map of this.#maps)
      map.resize(frameOf(map.pane, this.#host))
    // Without waiting for the next frame: after a change of its size the canvas is blank.
    this.#loop.drawNow()
  }

  /** One frame; says whether another is needed. */
  #draw(now: number): boolean {
    clearTimeout(this.#keeping)
    if (this.#lost)
      return false
    this.#pictures.step()
    let more = false
    for (const map of this.#maps)
      more = map.step(now) || more
    for (const map of this.#maps) {
      if (this.#linked && this.#leader && map !== this.#leader)
        map.follow(this.#leader.view.camera)
    }
    if (this.#flight?.isOver(now))
      this.#land()
    for (const map of this.#maps)
      map.scene.take(this.#pictures)
    this.#flight?.take(this.#pictures)
    this.#pictures.sweep()
    more = this.#drawMaps(now) || more
    for (const map of this.#maps)
      map.tell(now)
    more ||= this.#pictures.uploading || this.#flight !== null
    if (!more)
      this.#keeping = setTimeout(() => this.#loop.measure(() => this.#keep()), keepAfter)
    return more
  }

  #keep(): void {
    for (const map of this.#lost ? [] : this.#maps)
      map.keep(this.#renderer)
  }

  /** Says whether another frame is needed. */
  #drawMaps(now: number): boolean {
    let clear = true
    let more = false
    for (const map of this.#maps) {
      const { x, y, width, height } = map.frame
      more = map.arrange(now) || more
      const options: RenderOptions & { frame: Rectangle } = { container: map.scene.stage, frame: new Rectangle(x, y, width, height), clear }
      this.#renderer.render(options)
      clear = false
    }
    if (!this.#flight)
      return more
    const { width, height } = this.#renderer.screen
    this.#flight.arrange(now, width, height, this.#ratio, this.#pictures.cell)
    this.#renderer.render({ container: this.#flight.container, clear: false })
    return more
  }

  /** Ends a flight. */
  #land(): void {
    if (!this.#flight)
      return
    this.#flight.to.awaiting = false
    this.#flight.destroy()
    this.#flight = null
    this.#loop.request()
  }

  #forget(): void {
    this.#pictures.forget()
    for (const map of this.#maps)
      map.look()
  }

  #regain(): void {
    this.#lost = false
    for (const map of this.#maps)
      map.scene.forget()
    this.#forget()
  }
}
