/** Squares of the grid across the longer side of what is drawn. */
const resolution = 56
/** Of the discs' radius: notches narrower than twice as much are filled. */
const filled = 0.6

/**
 * The outer rim of equal discs around `[M, 2]` points, as a closed ring x, y, x, y …: marching squares over the distance
 * to the nearest point (Lorensen and Cline 1987, in two dimensions). Where the discs do not all hang together, the rim
 * of the part with the largest area. Narrow notches between discs are filled, by a morphological closing: the rim of
 * larger discs, moved back inward by as much as they are larger.
 */
export function discContour(points: Float64Array, radius: number): Float64Array {
  const grid = gridAround(points, radius)
  const larger = (1 + filled) * radius
  const nearest = distances(points, larger, grid)
  const rim = largest(rings(nearest, larger, grid))
  const toRim = distances(rim, filled * radius, grid)
  return largest(rings(toRim.map((away, corner) => nearest[corner] < larger ? -away : away), -filled * radius, grid))
}

interface Grid {
  left: number
  top: number
  step: number
  columns: number
  rows: number
}

/** A grid that holds discs, and larger ones for the filling. */
function gridAround(points: Float64Array, radius: number): Grid {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (let at = 0; at < points.length; at += 2) {
    left = Math.min(left, points[at])
    right = Math.max(right, points[at])
    top = Math.min(top, points[at + 1])
    bottom = Math.max(bottom, points[at + 1])
  }
  // A disc spans several squares, or the rim could slip between two corners of the grid.
  const step = Math.min(Math.max(right - left, bottom - top, radius) / resolution + radius / 12, radius / 2.5)
  const rim = (1 + filled) * radius
  return {
    left: left - rim - step,
    top: top - rim - step,
    step,
    columns: Math.ceil((right - left + 2 * rim) / step) + 3,
    rows: Math.ceil((bottom - top + 2 * rim) / step) + 3,
  }
}

/** At each corner of the grid the distance to the nearest point, as far as it matters. */
function distances(points: Float64Array, radius: number, { left, top, step, columns, rows }: Grid): Float64Array {
  const reach = radius + 1.5 * step
  const nearest = new Float64Array(columns * rows).fill(reach)
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at] - left
    const y = points[at + 1] - top
    for (let row = Math.max(0, Math.ceil((y - reach) / step)); row <= Math.min(rows - 1, (y + reach) / step); row++) {
      for (let column = Math.max(0, Math.ceil((x - reach) / step)); column <= Math.min(columns - 1, (x + reach) / step); column++) {
        const corner = row * columns + column
        nearest[corner] = Math.min(nearest[corner], Math.hypot(column * step - x, row * step - y))
      }
    }
  }
  return nearest
}

/**
 * All closed rims of where the distance is below the radius. An edge of the grid between a corner inside and one outside
 * is crossed once; following the crossings from square to square, with the inside always on the same hand, leads back to
 * the start.
 */
function rings(nearest: Float64Array, radius: number, { left, top, step, columns, rows }: Grid): number[][] {
  const inside = (column: number, row: number) => nearest[row * columns + column] < radius
  const next = new Map<number, number>()
  // An edge is named by its upper or left corner: 2·corner runs right of it, 2·corner + 1 down from it.
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const corner = row * columns + column
      // Most squares are all inside or all outside.
      const some = inside(column, row)
      if (inside(column + 1, row) === some && inside(column, row + 1) === some && inside(column + 1, row + 1) === some)
        continue
      const edges = [
        2 * corner,
        2 * (corner + 1) + 1,
        2 * (corner + columns),
        2 * corner + 1,
      ]
      const corners = [
        inside(column, row),
        inside(column + 1, row),
        inside(column + 1, row + 1),
        inside(column, row + 1),
      ]
      for (let side = 0; side < 4; side++) {
        // Going round the square, the rim comes in where we step inside and leaves at the next step outside.
        if (corners[side] || !corners[(side + 1) % 4])
          continue
        let exit = (side + 1) % 4
        while (corners[(exit + 1) % 4])
          exit = (exit + 1) % 4
        next.set(edges[side], edges[exit])
      }
    }
  }
  const found: number[][] = []
  for (const start of next.keys()) {
    const ring: number[] = []
    for (let edge = start; next.has(edge);) {
      const corner = edge >> 1
      const other = edge % 2 === 0
        ? corner + 1
        : corner + columns
      const share = (radius - nearest[corner]) / (nearest[other] - nearest[corner])
      ring.push(
        left + step * (corner % columns + (edge % 2 === 0
          ? share
          : 0)),
        top + step * (Math.floor(corner / columns) + (edge % 2 === 0
          ? 0
          : share)),
      )
      const following = next.get(edge)!
      next.delete(edge)
      edge = following
    }
    found.push(ring)
  }
  return found
}

function largest(found: number[][]): Float64Array {
  let best: number[] = []
  let most = -1
  for (const ring of found) {
    const area = Math.abs(areaOf(ring))
    if (area > most) {
      most = area
      best = ring
    }
  }
  return Float64Array.from(best)
}

function areaOf(ring: number[]): number {
  let twice = 0
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length
    twice += ring[at] * ring[next + 1] - ring[next] * ring[at + 1]
  }
  return twice / 2
}
