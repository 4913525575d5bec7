import type { Bounds } from './camera'
import KDBush from 'kdbush'
import { rowsInside } from './point-in-polygon'

/** Finds photos by place. Rows are those of the positions it was made from. */
export class PhotoIndex {
  readonly count: number
  readonly #xy: Float32Array
  #made: KDBush | null = null
  #extent = 0

  /** `xy`: [N, 2] map units, of which the first `count` are taken. */
  constructor(xy: Float32Array, count: number) {
    this.count = count
    this.#xy = xy
  }

  /** Made when it is first asked for something: of many photos that takes some frames' time, and has its own turn so. */
  get #tree(): KDBush | null {
    if (this.#made || this.count === 0)
      return this.#made
    this.#made = new KDBush(this.count, 64, Float32Array)
    for (let row = 0; row < this.count; row++)
      this.#made.add(this.#xy[2 * row], this.#xy[2 * row + 1])
    this.#made.finish()
    return this.#made
  }

  inBounds(bounds: Bounds): number[] {
    return this.#tree?.range(bounds.left, bounds.top, bounds.right, bounds.bottom) ?? []
  }

  /** Rows within `radius` map units of a point, in no order. */
  within(x: number, y: number, radius: number): number[] {
    return this.#tree?.within(x, y, radius) ?? []
  }

  /** The row nearest to a point, of those that may be taken; null where there is none. */
  nearest(x: number, y: number, may: (row: number) => boolean = () => true): number | null {
    let nearest: number | null = null
    let least = Infinity
    for (let row = 0; row < this.count; row++) {
      const square = (this.#xy[2 * row] - x) ** 2 + (this.#xy[2 * row + 1] - y) ** 2
      if (square < least && may(row)) {
        least = square
        nearest = row
      }
    }
    return nearest
  }

  /** Rows inside a closed polygon of map points, rising. */
  inPolygon(polygon: ArrayLike<number>): Uint32Array {
    // One look at each place is less work than the tree's list of those in the bounds, and they come out rising.
    return rowsInside(this.#xy, this.count, polygon)
  }

  /**
   * The typical distance between neighbours, map units: the median over a sample of √(π r² / 4), the side of the
   * square each photo has to itself where four of them share a circle of radius r, the distance to the fourth.
   */
  spacing(): number {
    const step = Math.max(1, Math.floor(this.count / 512))
    const spacings: number[] = []
    for (let row = 0; row < this.count; row += step)
      spacings.push(this.#fourthNeighbour(row) * Math.sqrt(Math.PI) / 2)
    spacings.sort((a, b) => a - b)
    return spacings[spacings.length >> 1] ?? 0
  }

  #fourthNeighbour(row: number): number {
    const wanted = Math.min(4, this.count - 1)
    if (wanted < 1)
      return 0
    const x = this.#xy[2 * row]
    const y = this.#xy[2 * row + 1]
    let radius = this.#startRadius()
    let found = this.within(x, y, radius)
    while (found.length <= wanted && radius < Infinity) {
      radius *= 2
      found = this.within(x, y, radius)
    }
    const distances = found.map(other => Math.hypot(this.#xy[2 * other] - x, this.#xy[2 * other + 1] - y)).sort((a, b) => a - b)
    return distances[wanted] ?? 0
  }

  #startRadius(): number {
    if (this.#extent === 0) {
      for (let at = 0; at < 2 * this.count; at++)
        this.#extent = Math.max(this.#extent, Math.abs(this.#xy[at] - this.#xy[at % 2]))
      this.#extent ||= 1
    }
    return this.#extent / Math.sqrt(this.count) / 4
  }
}
