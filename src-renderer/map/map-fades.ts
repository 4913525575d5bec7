/** How solid the others are while something is selected. */
const heldBack = 0.38
/** Share of the way that is gone in one frame. */
const pace = 0.22

/** What comes and goes softly: the clusters' outlines and names, and the photos that are not selected. */
export class MapFades {
  /** How visible outlines and names are, 0 to 1. */
  clusters = 0
  /** How solid photos are that are not selected, 0 to 1. */
  held = 1
  readonly #atOnce: boolean

  constructor(atOnce: boolean) {
    this.#atOnce = atOnce
  }

  /** Goes one frame on; says whether it must go on further. */
  step(clustersShown: boolean, anySelected: boolean): boolean {
    const clusters = clustersShown
      ? 1
      : 0
    const held = anySelected
      ? heldBack
      : 1
    this.clusters = this.#nearer(this.clusters, clusters)
    this.held = this.#nearer(this.held, held)
    return this.clusters !== clusters || this.held !== held
  }

  #nearer(value: number, target: number): number {
    return this.#atOnce || Math.abs(target - value) < 0.02
      ? target
      : value + (target - value) * pace
  }
}
