import type { KeyPress } from './keys'

/** So long after a key the next one still belongs to what is being typed, ms. */
const pause = 1000

/**
 * What a person types for a field that did not open, because the key for it was refused: its letters would be taken for
 * commands. It lasts until a pause, or until Escape, Tab or whatever else calls `end`.
 */
export class TypedInVain {
  #until = -Infinity

  /** A key was refused that is followed by typing. */
  begin(now: number): void {
    this.#until = now + pause
  }

  end(): void {
    this.#until = -Infinity
  }

  /** Whether a press is a part of it, and does nothing else. */
  takes(press: Omit<KeyPress, 'code' | 'shiftKey'>, now: number): boolean {
    if (now >= this.#until || press.ctrlKey || press.metaKey || press.altKey)
      return false
    if (press.key === 'Escape' || press.key === 'Tab') {
      this.end()
      return false
    }
    this.begin(now)
    return true
  }
}
