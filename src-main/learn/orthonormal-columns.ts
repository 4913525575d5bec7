import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'

/**
 * An orthonormal basis [D, W] of the span of the columns, Q = A L⁻ᵀ through the Cholesky factor of AᵀA, twice over for
 * the digits the first pass loses. A column that lies within those before it becomes zeros.
 */
export async function orthonormalColumns(of: Matrix, products: MatrixProducts): Promise<Matrix> {
  const once = await products.product(of, inverseFactor(await products.productOfColumns(of, of)))
  return products.product(once, inverseFactor(await products.productOfColumns(once, once)))
}

/** L⁻ᵀ of a Gram matrix LLᵀ; zeros in the columns whose pivot is nothing but rounding. */
function inverseFactor({ rows: size, values }: Matrix): Matrix {
  const factor = Float64Array.from(values)
  const inverse = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      let sum = factor[a * size + b]
      for (let c = 0; c < b; c++)
        sum -= factor[a * size + c] * factor[b * size + c]
      factor[a * size + b] = sum * inverse[b * (size + 1)]
    }
    let pivot = factor[a * (size + 1)]
    for (let c = 0; c < a; c++)
      pivot -= factor[a * size + c] ** 2
    // Products in float32 leave a millionth of what a dependent column had.
    const scale = pivot > values[a * (size + 1)] * 1e-6 ? 1 / Math.sqrt(pivot) : 0
    inverse[a * (size + 1)] = scale
    for (let b = 0; b < a; b++) {
      let sum = 0
      for (let c = b; c < a; c++)
        sum -= factor[a * size + c] * inverse[b * size + c]
      inverse[b * size + a] = sum * scale
    }
  }
  return matrix(size, size, Float32Array.from(inverse))
}
