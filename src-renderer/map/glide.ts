/** A movement in time from 0 to 1, slow at both ends or only at the last. */
export class Glide {
  readonly #start: number
  readonly #duration: number
  readonly #ease: (share: number) => number

  /** `start` and `duration` in ms. */
  constructor(start: number, duration: number, ease: (share: number) => number) {
    this.#start = start
    this.#duration = duration
    this.#ease = ease
  }

  at(now: number): number {
    return this.#duration <= 0
      ? 1
      : this.#ease(Math.min(1, Math.max(0, (now - this.#start) / this.#duration)))
  }

  isOver(now: number): boolean {
    return now - this.#start >= this.#duration
  }
}

export function easeInOut(share: number): number {
  return share < 0.5
    ? 4 * share ** 3
    : 1 - (2 - 2 * share) ** 3 / 2
}

export function easeOut(share: number): number {
  return 1 - (1 - share) ** 3
}
