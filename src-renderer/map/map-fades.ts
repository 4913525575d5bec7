/** How solid the others are while something is selected. */
const heldBack = 0.38
/** How solid all are while photos are on their way here from another map. */
const awaited = 0.16
/** Ms in which all but a third of the way is gone: as many whether a machine draws sixty frames a second or six. */
const paceMs = 67
/** What the first frame of a fade goes, ms: what was before it was rest. */
const firstMs = 1000 / 60

/** What comes and goes softly: the clusters' outlines and names, and the photos that are not selected. */
export class MapFades {
  /** How visible outlines and names are, 0 to 1. */
  clusters = 0
  /** How solid photos are that are not selected, 0 to 1. */
  held = 1
  /** How solid the selected ones are, 0 to 1. */
  chosen = 1
  readonly #atOnce: () => boolean
  /** When the last frame of a fade under way was, ms; null at rest. */
  #last: number | null = null

  constructor(atOnce: () => boolean) {
    this.#atOnce = atOnce
  }

  /** Goes on to `now`, ms; says whether it must go on further. */
  step(now: number, clustersShown: boolean, anySelected: boolean, awaiting = false): boolean {
    const share = 1 - Math.exp(-(this.#last === null ? firstMs : Math.max(0, now - this.#last)) / paceMs)
    const clusters = clustersShown
      ? 1
      : 0
    const held = awaiting
      ? awaited
      : anySelected
        ? heldBack
        : 1
    const chosen = awaiting ? awaited : 1
    this.clusters = this.#nearer(this.clusters, clusters, share)
    this.held = this.#nearer(this.held, held, share)
    this.chosen = this.#nearer(this.chosen, chosen, share)
    const more = this.clusters !== clusters || this.held !== held || this.chosen !== chosen
    this.#last = more ? now : null
    return more
  }

  #nearer(value: number, target: number, share: number): number {
    return this.#atOnce() || Math.abs(target - value) < 0.02
      ? target
      : value + (target - value) * share
  }
}
