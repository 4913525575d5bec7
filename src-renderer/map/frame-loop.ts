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
  /** Whether this frame has been drawn before its time. */
  #ahead = false
  #wanted = false

  /** `draw` says whether it needs another frame. */
  constructor(draw: (now: number) => boolean) {
    this.#draw = draw
  }

  request(): void {
    this.#wanted = true
    this.#asked ||= requestAnimationFrame(now => this.#step(now))
  }

  /** Runs an input handler and counts its time to the next frame. */
  measure(work: () => void): void {
    const start = performance.now()
    work()
    this.#pending += performance.now() - start
  }

  /** Draws without waiting for the next frame: after a resize the canvas is blank. */
  drawNow(): void {
    this.stop()
    this.#frame(performance.now())
  }

  /**
   * Draws the next frame now: what draws it is at work then while the page's own script and layout for that frame go on. At
   * most once a frame; what changes after that waits for the one after.
   */
  drawAhead(): void {
    if (this.#ahead)
      return this.request()
    this.drawNow()
    this.#ahead = true
    this.#asked ||= requestAnimationFrame(now => this.#step(now))
  }

  stop(): void {
    cancelAnimationFrame(this.#asked)
    this.#asked = 0
    this.#ahead = false
  }

  #step(now: number): void {
    this.#asked = 0
    if (!this.#ahead)
      return this.#frame(now)
    this.#ahead = false
    if (this.#wanted)
      this.request()
  }

  #frame(now: number): void {
    this.#asked = 0
    this.#wanted = false
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
