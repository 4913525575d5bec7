import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'

/** The mean of each column, `[D] float64`; zeros where there are no rows. */
export function columnMeans(of: Matrix): Float64Array {
  const { rows, columns, values } = of
  const means = new Float64Array(columns)
  for (let i = 0, at = 0; i < rows; i++) {
    for (let d = 0; d < columns; d++, at++)
      means[d] += values[at]
  }
  for (let d = 0; d < columns; d++)
    means[d] /= Math.max(rows, 1)
  return means
}

/** A copy with `means` (by default the columns' own) taken away from every row. */
export function centre(of: Matrix, means: ArrayLike<number> = columnMeans(of)): Matrix {
  const { rows, columns, values } = of
  const centred = matrix(rows, columns)
  for (let i = 0, at = 0; i < rows; i++) {
    for (let d = 0; d < columns; d++, at++)
      centred.values[at] = values[at] - means[d]
  }
  return centred
}
