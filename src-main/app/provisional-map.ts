import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { SpaceRow } from '#main/store/spaces'
import { growMap, growth } from '#main/app/grow-map'
import { countVectors } from '#main/store/vectors'

/** The first map is made of so many photos. */
const first = 96

/**
 * A map while photos are still being read: laid out again each time the library has grown fourfold, beside the reading
 * and never waited for.
 */
export class ProvisionalMap {
  readonly #core: CoreContext
  readonly #library: OpenLibrary
  readonly #space: SpaceRow
  readonly #signal: AbortSignal
  #next: number
  #underway: Promise<void> | undefined

  constructor(core: CoreContext, library: OpenLibrary, space: SpaceRow, signal: AbortSignal) {
    this.#core = core
    this.#library = library
    this.#space = space
    this.#signal = signal
    const there = countVectors(library.db, space.id)
    this.#next = there < first
      ? first
      : there * growth
  }

  /** Told after each batch that is committed. */
  grow(): void {
    if (this.#underway || this.#signal.aborted)
      return
    const there = countVectors(this.#library.db, this.#space.id)
    if (there < this.#next)
      return
    this.#next = there * growth
    // What fails here fails again in the map that ends the indexing, and is told there.
    this.#underway = growMap(this.#core, this.#library, this.#space, { signal: this.#signal, draft: true })
      .catch(() => {})
      .finally(() => this.#underway = undefined)
  }

  /** Resolves when no map is being made. */
  async settled(): Promise<void> {
    await this.#underway
  }
}
