/** Where long work waits while its user has paused it. */
export class PauseGate {
  #opened: Promise<void> | undefined
  #open: (() => void) | undefined

  get paused(): boolean {
    return this.#opened !== undefined
  }

  pause(): void {
    this.#opened ??= new Promise(resolve => this.#open = resolve)
  }

  resume(): void {
    this.#open?.()
    this.#opened = undefined
    this.#open = undefined
  }

  /** Waits while paused, or until the signal fires. */
  async passed(signal?: AbortSignal): Promise<void> {
    while (this.#opened && !signal?.aborted) {
      let stop: (() => void) | undefined
      const stopped = new Promise<void>(resolve => stop = resolve)
      signal?.addEventListener('abort', stop!, { once: true })
      await Promise.race([this.#opened, stopped])
      signal?.removeEventListener('abort', stop!)
    }
  }
}
