import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import type { Random } from '#main/matrix/random'
import { orthonormalColumns, uprightColumns } from '#main/learn/orthonormal-columns'
import { matrix } from '#main/matrix/matrix'
import { symmetricEigen } from '#main/matrix/symmetric-eigen'

const rounds = 6
/** More directions than are asked for, so that the last of these are found as well. */
const spare = 16

/**
 * The directions in which a covariance [D, D] is largest: orthonormal columns [D, M], the largest first. By randomised
 * subspace iteration (Halko, Martinsson, Tropp 2011, algorithm 4.4), which finds their span well, though not each of the
 * last directions to the last digit.
 */
export async function leadingDirections(covariance: Matrix, count: number, products: MatrixProducts, from: Random): Promise<Matrix> {
  const width = Math.min(count + spare, covariance.rows)
  const basis = await leadingSpan(covariance, width, products, from)
  const inside = await products.productOfColumns(basis, await products.product(covariance, basis))
  const { vectors } = symmetricEigen(symmetric(inside), width)
  const turn = matrix(width, count)
  for (let c = 0; c < count; c++) {
    for (let a = 0; a < width; a++)
      turn.values[a * count + c] = vectors[c * width + a]
  }
  return products.product(basis, turn)
}

/** The span of the same, by columns in no order: a tenth of the time where there are hundreds. */
export async function leadingSpan(covariance: Matrix, count: number, products: MatrixProducts, from: Random): Promise<Matrix> {
  let basis = matrix(covariance.rows, count)
  for (let at = 0; at < basis.values.length; at++)
    basis.values[at] = from.uniform() - 0.5
  for (let round = 1; round < rounds; round++)
    basis = await uprightColumns(await products.product(covariance, basis), products)
  return orthonormalColumns(await products.product(covariance, basis), products)
}

/** (A + Aᵀ) / 2 in float64. */
function symmetric({ rows, values }: Matrix): Float64Array {
  return Float64Array.from(values, (value, at) => (value + values[(at % rows) * rows + Math.floor(at / rows)]) / 2)
}
