/**
 * The k smallest of many (distance, index) pairs, kept sorted by insertion: for the small k of a neighbour search most
 * candidates fall at the first comparison. Equal distances are ordered by index, so the outcome does not depend on the
 * order of arrival.
 */
export class NearestList {
  readonly indices: Int32Array
  readonly distances: Float64Array
  count = 0
  /** A candidate farther than this need not be offered. */
  limit = Number.POSITIVE_INFINITY

  constructor(k: number) {
    this.indices = new Int32Array(k)
    this.distances = new Float64Array(k)
    this.clear()
  }

  clear(): void {
    this.count = 0
    this.limit = this.indices.length === 0
      ? Number.NEGATIVE_INFINITY
      : Number.POSITIVE_INFINITY
  }

  offer(index: number, distance: number): void {
    const { indices, distances } = this
    const k = indices.length
    if (distance > this.limit || k === 0)
      return
    if (this.count === k && distance === this.limit && index > indices[k - 1])
      return
    let at = this.count < k
      ? this.count++
      : k - 1
    while (at > 0 && (distances[at - 1] > distance || (distances[at - 1] === distance && indices[at - 1] > index))) {
      distances[at] = distances[at - 1]
      indices[at] = indices[at - 1]
      at--
    }
    distances[at] = distance
    indices[at] = index
    if (this.count === k)
      this.limit = distances[k - 1]
  }
}
