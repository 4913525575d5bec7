import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { dotProduct } from '#main/matrix/distance'

/** |a − b|² of all pairs of a row of A [N, D] and one of B [L, D], by their products: [N, L] float32, never below 0. */
export async function squaredDistances(a: Matrix, b: Matrix, products: MatrixProducts): Promise<Matrix> {
  const between = await products.productWithRows(a, b)
  const squares = [a, b].map(({ rows, columns, values }) => Float32Array.from({ length: rows }, (_, i) => dotProduct(values, i * columns, values, i * columns, columns)))
  for (let i = 0, at = 0; i < a.rows; i++) {
    for (let j = 0; j < b.rows; j++, at++)
      between.values[at] = Math.max(0, squares[0][i] + squares[1][j] - 2 * between.values[at])
  }
  return between
}
