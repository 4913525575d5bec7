import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { inverseFactor } from '#main/learn/inverse-factor'

/**
 * An orthonormal basis [D, W] of the span of the columns, twice over for the digits the first pass loses. A column that
 * lies within those before it becomes zeros.
 */
export async function orthonormalColumns(of: Matrix, products: MatrixProducts): Promise<Matrix> {
  return uprightColumns(await uprightColumns(of, products), products)
}

/** The same in one pass, Q = A L⁻ᵀ through the Cholesky factor of AᵀA: columns nearly orthonormal, enough to go on with. */
export async function uprightColumns(of: Matrix, products: MatrixProducts): Promise<Matrix> {
  return products.product(of, await inverseFactor(await products.productOfColumns(of, of), products))
}
