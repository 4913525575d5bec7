import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'

/** Below so many rows loops are faster than the products of halves. */
const small = 80
/** Products in float32 leave up to so much, of what a column had, of one that depends on those before it. */
const rounding = 2e-6

/**
 * L⁻ᵀ [M, M] float32, upper triangular, of a positive definite matrix LLᵀ (Cholesky); zeros in the columns whose pivot
 * is nothing but rounding. Rows of X L⁻ᵀ have the identity for scatter where those of X have LLᵀ.
 *
 * By halves: of A = [A₁, Bᵀ; B, A₂] with W₁ for A₁ and C = BW₁, W₂ is that of A₂ − CCᵀ, and what is right of W₁ and above
 * W₂ is −W₁CᵀW₂. So nearly all of the work is in products.
 */
export async function inverseFactor(of: Matrix, products: MatrixProducts): Promise<Matrix> {
  return factor(of, Float32Array.from({ length: of.rows }, (_, a) => of.values[a * (of.rows + 1)]), products)
}

/** The same; a pivot is measured by `scale` [M], the diagonal before anything was taken from it. */
async function factor(of: Matrix, scale: Float32Array, products: MatrixProducts): Promise<Matrix> {
  const size = of.rows
  if (size <= small)
    return factorByLoops(of, scale)
  const half = size >> 1
  const first = await factor(cut(of, 0, half, 0, half), scale.subarray(0, half), products)
  const across = await products.product(cut(of, half, size, 0, half), first)
  const left = cut(of, half, size, half, size)
  const taken = await products.productWithRows(across, across)
  taken.values.forEach((value, at) => left.values[at] -= value)
  const second = await factor(left, scale.subarray(half), products)
  const beside = await products.product(first, await products.productOfColumns(across, second))
  const whole = matrix(size, size)
  for (let a = 0; a < half; a++) {
    whole.values.set(first.values.subarray(a * half, (a + 1) * half), a * size)
    for (let b = 0; b < size - half; b++)
      whole.values[a * size + half + b] = -beside.values[a * (size - half) + b]
  }
  for (let a = half; a < size; a++)
    whole.values.set(second.values.subarray((a - half) * (size - half), (a - half + 1) * (size - half)), a * size + half)
  return whole
}

function factorByLoops({ rows: size, values }: Matrix, scale: Float32Array): Matrix {
  const lower = Float64Array.from(values)
  const inverse = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      let sum = lower[a * size + b]
      for (let i = 0; i < b; i++)
        sum -= lower[a * size + i] * lower[b * size + i]
      lower[a * size + b] = sum * inverse[b * (size + 1)]
    }
    let pivot = lower[a * (size + 1)]
    for (let i = 0; i < a; i++)
      pivot -= lower[a * size + i] ** 2
    const own = pivot > scale[a] * rounding ? 1 / Math.sqrt(pivot) : 0
    inverse[a * (size + 1)] = own
    for (let b = 0; b < a; b++) {
      let sum = 0
      for (let i = b; i < a; i++)
        sum += lower[a * size + i] * inverse[b * size + i]
      inverse[b * size + a] = -own * sum
    }
  }
  return matrix(size, size, Float32Array.from(inverse))
}

/** Rows and columns from and to. */
function cut({ columns, values }: Matrix, top: number, bottom: number, left: number, right: number): Matrix {
  const part = matrix(bottom - top, right - left)
  for (let i = top; i < bottom; i++)
    part.values.set(values.subarray(i * columns + left, i * columns + right), (i - top) * part.columns)
  return part
}
