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
