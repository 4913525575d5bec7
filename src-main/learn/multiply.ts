import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'

/** AB, in loops: for the few rows that are labelled. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const product = matrix(a.rows, b.columns)
  const sum = new Float64Array(b.columns)
  for (let i = 0; i < a.rows; i++) {
    sum.fill(0)
    for (let d = 0; d < a.columns; d++) {
      const x = a.values[i * a.columns + d]
      for (let c = 0, at = d * b.columns; c < b.columns; c++, at++)
        sum[c] += x * b.values[at]
    }
    product.values.set(sum, i * b.columns)
  }
  return product
}
