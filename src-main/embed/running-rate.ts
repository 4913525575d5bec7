/** How fast something goes, over the last seconds: what a time left is told by. */
export class RunningRate {
  readonly #windowMs: number
  readonly #marks: { atMs: number, count: number }[] = []
  #startMs: number

  /** @param nowMs when the work starts */
  constructor(nowMs: number, windowMs = 5000) {
    this.#startMs = nowMs
    this.#windowMs = windowMs
  }

  /** Notes that so many more are done. */
  add(count: number, nowMs: number): void {
    this.#marks.push({ atMs: nowMs, count })
  }

  /** Forgets what was, after a pause. */
  restart(nowMs: number): void {
    this.#marks.length = 0
    this.#startMs = nowMs
  }

  /** Per second; 0 before the first. */
  perSecond(nowMs: number): number {
    while (this.#marks.length > 1 && nowMs - this.#marks[0].atMs > this.#windowMs)
      this.#startMs = this.#marks.shift()!.atMs
    const count = this.#marks.reduce((sum, mark) => sum + mark.count, 0)
    return count === 0
      ? 0
      : count * 1000 / Math.max(1, nowMs - this.#startMs)
  }
}
