const kept = 600

/**
 * Draws when asked, and sleeps otherwise. Keeps what the map's own script cost per frame: the drawing, and the input
 * handlers since the frame before.
 */
export class FrameLoop {
  /** Ms per frame, the newest last. */
  readonly frameMs: number[] = []
  frames = 0
  readonly #draw: (now: number) => boolean
  #asked = 0
  #pending = 0

  /** `draw` says whether it needs another frame. */
  constructor(draw: (now: number) => boolean) {
    this.#draw = draw
  }

  request(): void {
    this.#asked ||= requestAnimationFrame(now => this.#frame(now))
  }

  /** Runs an input handler and counts its time to the next frame. */
  measure(work: () => void): void {
    const start = performance.now()
    work()
    this.#pending += performance.now() - start
  }

  /** Draws without waiting for the next frame: after a resize the canvas is blank. */
  drawNow(): void {
    cancelAnimationFrame(this.#asked)
    this.#frame(performance.now())
  }

  stop(): void {
    cancelAnimationFrame(this.#asked)
    this.#asked = 0
  }

  #frame(now: number): void {
    this.#asked = 0
    const start = performance.now()
    const more = this.#draw(now)
    this.frames++
    this.frameMs.push(performance.now() - start + this.#pending)
    this.#pending = 0
    if (this.frameMs.length > kept)
      this.frameMs.shift()
    if (more)
      this.request()
  }
}
