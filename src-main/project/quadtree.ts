/** Squares are not parted further: points so near each other count as one. */
const depthLimit = 48

/**
 * The points of a plane in nested squares, each with its number of points and their mean, so that forces from far away
 * can be summed square by square (Barnes and Hut 1986). Flat arrays, reused by every `build`.
 */
export class Quadtree {
  /** [M, 4] the squares' four parts, 0 where a part is empty (0 is the root, and no part). */
  #parts = new Int32Array(0)
  #counts = new Float64Array(0)
  #sumX = new Float64Array(0)
  #sumY = new Float64Array(0)
  #widths = new Float64Array(0)
  #size = 0
  readonly #stack = new Int32Array(4 * depthLimit + 4)

  /** Takes in points `[2N]`. */
  build(points: Float64Array): void {
    const count = points.length / 2
    this.#reserve(Math.max(64, 4 * count))
    let left = Number.POSITIVE_INFINITY
    let right = Number.NEGATIVE_INFINITY
    let top = Number.POSITIVE_INFINITY
    let bottom = Number.NEGATIVE_INFINITY
    for (let i = 0; i < count; i++) {
      left = Math.min(left, points[2 * i])
      right = Math.max(right, points[2 * i])
      top = Math.min(top, points[2 * i + 1])
      bottom = Math.max(bottom, points[2 * i + 1])
    }
    const width = Math.max(right - left, bottom - top, 1e-12) * 1.0001
    this.#size = 0
    this.#add(width)
    for (let i = 0; i < count; i++)
      this.#insert(points[2 * i], points[2 * i + 1], (left + right) / 2, (top + bottom) / 2, width)
  }

  /**
   * The repulsion of t-SNE on a point, Σ q²·(p − p′) with q = 1 / (1 + |p − p′|²), into `force` [2]; returns Σ q. A
   * square whose width is less than `theta` times its distance counts as its mean.
   */
  repulsion(x: number, y: number, theta: number, force: Float64Array): number {
    const stack = this.#stack
    const parts = this.#parts
    let sum = 0
    let forceX = 0
    let forceY = 0
    let top = 0
    stack[top++] = 0
    while (top > 0) {
      const node = stack[--top]
      const count = this.#counts[node]
      const dx = x - this.#sumX[node] / count
      const dy = y - this.#sumY[node] / count
      const square = dx * dx + dy * dy
      const first = 4 * node
      const leaf = parts[first] === 0 && parts[first + 1] === 0 && parts[first + 2] === 0 && parts[first + 3] === 0
      if (leaf || this.#widths[node] ** 2 < theta * theta * square) {
        const q = 1 / (1 + square)
        const weight = count * q
        sum += weight
        forceX += weight * q * dx
        forceY += weight * q * dy
        continue
      }
      for (let part = first; part < first + 4; part++) {
        if (parts[part] !== 0)
          stack[top++] = parts[part]
      }
    }
    force[0] = forceX
    force[1] = forceY
    return sum
  }

  #insert(x: number, y: number, middleX: number, middleY: number, width: number): void {
    let node = 0
    for (let depth = 0; ; depth++) {
      const counts = this.#counts
      const first = 4 * node
      const parts = this.#parts
      const leaf = parts[first] === 0 && parts[first + 1] === 0 && parts[first + 2] === 0 && parts[first + 3] === 0
      const before = counts[node]
      const oldX = this.#sumX[node] / before
      const oldY = this.#sumY[node] / before
      counts[node] = before + 1
      this.#sumX[node] += x
      this.#sumY[node] += y
      if (before === 0)
        return
      if (leaf) {
        // Points at one place stay in one leaf; so do those too near to part.
        if ((oldX === x && oldY === y) || depth >= depthLimit)
          return
        const moved = this.#part(first, quarter(oldX, oldY, middleX, middleY), width / 2)
        this.#counts[moved] = before
        this.#sumX[moved] = oldX * before
        this.#sumY[moved] = oldY * before
      }
      const which = quarter(x, y, middleX, middleY)
      node = this.#part(first, which, width / 2)
      width /= 2
      middleX += which & 1
        ? width / 2
        : -width / 2
      middleY += which & 2
        ? width / 2
        : -width / 2
    }
  }

  /** The part of a square, made where it is not there yet. */
  #part(first: number, which: number, width: number): number {
    if (this.#parts[first + which] === 0) {
      const made = this.#add(width)
      this.#parts[first + which] = made
    }
    return this.#parts[first + which]
  }

  #add(width: number): number {
    if (this.#size === this.#counts.length)
      this.#reserve(2 * this.#size)
    const node = this.#size++
    this.#parts.fill(0, 4 * node, 4 * node + 4)
    this.#counts[node] = 0
    this.#sumX[node] = 0
    this.#sumY[node] = 0
    this.#widths[node] = width
    return node
  }

  #reserve(size: number): void {
    if (size <= this.#counts.length)
      return
    const grown = (old: Float64Array) => {
      const larger = new Float64Array(size)
      larger.set(old)
      return larger
    }
    const parts = new Int32Array(4 * size)
    parts.set(this.#parts)
    this.#parts = parts
    this.#counts = grown(this.#counts)
    this.#sumX = grown(this.#sumX)
    this.#sumY = grown(this.#sumY)
    this.#widths = grown(this.#widths)
  }
}

function quarter(x: number, y: number, middleX: number, middleY: number): number {
  return (x > middleX
    ? 1
    : 0) + (y > middleY
    ? 2
    : 0)
}
