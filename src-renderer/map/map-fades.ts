/** How solid the others are while something is selected. */
const heldBack = 0.38
/** How solid all are while photos are on their way here from another map. */
const awaited = 0.16
/** Share of the way that is gone in one frame. */
const pace = 0.22

/** What comes and goes softly: the clusters' outlines and names, and the photos that are not selected. */
export class MapFades {
  /** How visible outlines and names are, 0 to 1. */
  clusters = 0
  /** How solid photos are that are not selected, 0 to 1. */
  held = 1
  /** How solid the selected ones are, 0 to 1. */
  chosen = 1
  readonly #atOnce: boolean

  constructor(atOnce: boolean) {
    this.#atOnce = atOnce
  }

  /** Goes one frame on; says whether it must go on further. */
  step(clustersShown: boolean, anySelected: boolean, awaiting = false): boolean {
    const clusters = clustersShown
      ? 1
      : 0
    const held = awaiting
      ? awaited
      : anySelected
        ? heldBack
        : 1
    const chosen = awaiting ? awaited : 1
    this.clusters = this.#nearer(this.clusters, clusters)
    this.held = this.#nearer(this.held, held)
    this.chosen = this.#nearer(this.chosen, chosen)
    return this.clusters !== clusters || this.held !== held || this.chosen !== chosen
  }

  #nearer(value: number, target: number): number {
    return this.#atOnce || Math.abs(target - value) < 0.02
      ? target
      : value + (target - value) * pace
  }
}
