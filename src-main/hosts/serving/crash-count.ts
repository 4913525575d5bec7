/** How often a process may die in a row before starting it again is no help. */
const crashesAllowed = 5
const windowMs = 60_000

/** Counts the crashes of one process over the last minute. */
export class CrashCount {
  readonly #times: number[] = []

  /**
   * Notes a crash.
   * @param now milliseconds, of any clock that does not go back
   * @returns whether it was the fifth within a minute: time to give up
   */
  add(now: number): boolean {
    this.#times.push(now)
    while (this.#times[0] <= now - windowMs)
      this.#times.shift()
    return this.#times.length >= crashesAllowed
  }
}
