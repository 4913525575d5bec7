/**
 * The points of a plane in nested boxes: node n is split into nodes 2n + 1 and 2n + 2 at its middle point along its
 * longer side, until few points are left. Equal coordinates are ordered by number, so the tree is the same everywhere.
 */
export interface KdTree {
  /** [N] The points' numbers in the tree's order. */
  readonly order: Int32Array
  /** [N, 2] float64: coordinates in that order. */
  readonly points: Float64Array
  /** [M] Node n holds the points starts[n] … ends[n] of the order; a node that is not there holds none. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** [M, 4] left, top, right, bottom of what the node holds. */
  readonly boxes: Float64Array
}

const leafSize = 8

/** Builds the tree of `[N, 2]` points. O(N log² N). */
export function kdTree(coordinates: Float32Array): KdTree {
  const count = coordinates.length / 2
  const order = Int32Array.from({ length: count }, (_, i) => i)
  const nodes = 2 ** (Math.ceil(Math.log2(Math.max(count / leafSize, 1))) + 1) - 1
  const starts = new Int32Array(nodes)
  const ends = new Int32Array(nodes)
  const boxes = new Float64Array(4 * nodes)
  ends[0] = count
  for (let node = 0; node < nodes; node++) {
    const start = starts[node]
    const end = ends[node]
    const box = boxes.subarray(4 * node, 4 * node + 4)
    bound(coordinates, order.subarray(start, end), box)
    if (end - start <= leafSize)
      continue
    const axis = box[2] - box[0] >= box[3] - box[1]
      ? 0
      : 1
    order.subarray(start, end).sort((i, j) => coordinates[2 * i + axis] - coordinates[2 * j + axis] || i - j)
    const middle = (start + end) >> 1
    starts[2 * node + 1] = start
    ends[2 * node + 1] = starts[2 * node + 2] = middle
    ends[2 * node + 2] = end
  }
  const points = new Float64Array(2 * count)
  for (let at = 0; at < count; at++) {
    points[2 * at] = coordinates[2 * order[at]]
    points[2 * at + 1] = coordinates[2 * order[at] + 1]
  }
  return { order, points, starts, ends, boxes }
}

/** Whether a node is split no further. */
export function isLeaf({ starts, ends }: KdTree, node: number): boolean {
  return ends[node] - starts[node] <= leafSize
}

/** Squared distance from a point to the nearest place in a node's box. */
export function squaredDistanceToBox({ boxes }: KdTree, node: number, x: number, y: number): number {
  const at = 4 * node
  const dx = x < boxes[at]
    ? boxes[at] - x
    : x > boxes[at + 2]
      ? x - boxes[at + 2]
      : 0
  const dy = y < boxes[at + 1]
    ? boxes[at + 1] - y
    : y > boxes[at + 3]
      ? y - boxes[at + 3]
      : 0
  return dx * dx + dy * dy
}

function bound(coordinates: Float32Array, members: Int32Array, box: Float64Array): void {
  box[0] = box[1] = Number.POSITIVE_INFINITY
  box[2] = box[3] = Number.NEGATIVE_INFINITY
  for (const i of members) {
    const x = coordinates[2 * i]
    const y = coordinates[2 * i + 1]
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
}
