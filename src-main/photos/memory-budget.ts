/**
 * Shares out an amount of memory among decodings under way. One that alone wants more than the whole amount is let in
 * when it is alone.
 */
export class MemoryBudget {
  readonly #bytes: number
  readonly #waiting: { bytes: number, enter: () => void }[] = []
  #taken = 0

  constructor(bytes: number) {
    this.#bytes = bytes
  }

  /** Does the work once its bytes fit, in the order of the calls. */
  async within<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.#waiting.length > 0 || !this.#fits(bytes))
      await new Promise<void>(enter => this.#waiting.push({ bytes, enter }))
    else
      this.#taken += bytes
    try {
      return await work()
    }
    finally {
      this.#taken -= bytes
      this.#letIn()
    }
  }

  #fits(bytes: number): boolean {
    return this.#taken === 0 || this.#taken + bytes <= this.#bytes
  }

  #letIn(): void {
    while (this.#waiting.length > 0 && this.#fits(this.#waiting[0].bytes)) {
      const { bytes, enter } = this.#waiting.shift()!
      this.#taken += bytes
      enter()
    }
  }
}
