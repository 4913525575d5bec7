import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'

/**
 * L⁻ᵀ [M, M] float32, upper triangular, of a positive definite matrix LLᵀ (Cholesky); zeros in the columns whose pivot
 * is nothing but rounding. Rows of X L⁻ᵀ have the identity for scatter where those of X have LLᵀ.
 */
export function inverseFactor({ rows: size, values }: Matrix): Matrix {
  const factor = Float64Array.from(values)
  const inverse = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const sum = factor[a * size + b] - product(factor, a * size, factor, b * size, b)
      factor[a * size + b] = sum * inverse[b * (size + 1)]
    }
    const pivot = factor[a * (size + 1)] - product(factor, a * size, factor, a * size, a)
    // Products in float32 leave a millionth of what a dependent column had.
    const scale = pivot > values[a * (size + 1)] * 1e-6 ? 1 / Math.sqrt(pivot) : 0
    inverse[a * (size + 1)] = scale
    for (let b = 0; b < a; b++)
      inverse[b * size + a] = -scale * product(factor, a * size + b, inverse, b * size + b, a - b)
  }
  return matrix(size, size, Float32Array.from(inverse))
}

/** Σ aᵢbᵢ in four sums, as one waits for the addition before. */
function product(a: Float64Array, startA: number, b: Float64Array, startB: number, count: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  let i = 0
  for (; i + 3 < count; i += 4) {
    first += a[startA + i] * b[startB + i]
    second += a[startA + i + 1] * b[startB + i + 1]
    third += a[startA + i + 2] * b[startB + i + 2]
    fourth += a[startA + i + 3] * b[startB + i + 3]
  }
  for (; i < count; i++)
    first += a[startA + i] * b[startB + i]
  return first + second + third + fourth
}
