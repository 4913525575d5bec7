import type { Matrix } from '#main/matrix/matrix'
import { dotProduct } from '#main/matrix/distance'
import { matrix } from '#main/matrix/matrix'

/** A copy with every row scaled to unit L2 length; a row of zeros stays as it is. */
export function unitLength(of: Matrix): Matrix {
  const { rows, columns, values } = of
  const unit = matrix(rows, columns)
  for (let i = 0; i < rows; i++) {
    const start = i * columns
    const length = Math.sqrt(dotProduct(values, start, values, start, columns))
    const scale = length > 0
      ? 1 / length
      : 0
    for (let at = start; at < start + columns; at++)
      unit.values[at] = values[at] * scale
  }
  return unit
}
