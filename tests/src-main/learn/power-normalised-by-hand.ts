import type { Matrix } from '#main/matrix/matrix'
import { matrix, rowOf } from '#main/matrix/matrix'

/** The rows at `at` as the formula says, in float64. */
export function powerNormalisedByHand(of: Matrix, at: Iterable<number> = Array.from({ length: of.rows }).keys()): Matrix {
  const rows = Array.from(at, (row) => {
    const unit = scaled(Float64Array.from(rowOf(of, row)))
    return scaled(unit.map(x => x / Math.sqrt(Math.abs(x) + 1e-3)))
  })
  return matrix(rows.length, of.columns, Float32Array.from(rows.flatMap(row => [...row])))
}

function scaled(row: Float64Array): Float64Array {
  const length = Math.hypot(...row)
  return row.map(x => length > 0 ? x / length : 0)
}
