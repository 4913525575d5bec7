import { rowsOf } from '../map/rows-of'

/** What a person says of photos, shown before the core has answered. */
export interface Saying {
  photos: Uint32Array
  /** The label ids they get, 0 for none: one for all, or one each. */
  labels: Uint32Array | number
}

/**
 * The labels as a person is to see them: as the core told them last, and upon that, in their order, what was said since
 * that the core may not have known when it was asked.
 */
export class SaidLabels {
  readonly #waiting = new Set<Saying>()
  readonly #refused = new WeakSet<Saying>()
  /** What the answer to the last question may not know of. */
  #unasked: Saying[] = []

  say(saying: Saying): void {
    this.#waiting.add(saying)
    this.#unasked.push(saying)
  }

  /** The core has done it: what it is asked from now on knows of it. @returns whether it was waited for */
  isDone(saying: Saying): boolean {
    return this.#waiting.delete(saying)
  }

  /** The core has not done it and will not. @returns whether it was shown */
  takeBack(saying: Saying): boolean {
    this.#refused.add(saying)
    return this.#waiting.delete(saying)
  }

  /** Nothing is waited for any more. */
  clear(): void {
    this.#waiting.clear()
    this.#unasked = []
  }

  /**
   * Begins a question to the core; one is asked at a time. The function it returns is given the labels that the core
   * answers (label ids by row of `ids`) and puts into them what was said until then and may have been done after the answer
   * was made.
   */
  asking(): (ids: Uint32Array, labels: Uint32Array) => void {
    const unasked = this.#unasked = [...this.#waiting]
    return (ids, labels) => {
      for (const saying of unasked) {
        if (!this.#waiting.has(saying) && !this.#refused.has(saying))
          put(saying, ids, labels)
      }
    }
  }

  /** The labels told, with all that is waited for: the same array where that is nothing. */
  upon(ids: Uint32Array, told: Uint32Array): Uint32Array {
    if (this.#waiting.size === 0)
      return told
    const labels = told.slice()
    for (const saying of this.#waiting)
      put(saying, ids, labels)
    return labels
  }
}

/** The labels with what was said of some photos. */
export function withSaying(saying: Saying, ids: Uint32Array, told: Uint32Array): Uint32Array {
  const labels = told.slice()
  put(saying, ids, labels)
  return labels
}

function put({ photos, labels: given }: Saying, ids: Uint32Array, labels: Uint32Array): void {
  const rows = rowsOf(ids, photos)
  for (let at = 0; at < rows.length; at++) {
    if (rows[at] >= 0)
      labels[rows[at]] = typeof given === 'number' ? given : given[at]
  }
}
