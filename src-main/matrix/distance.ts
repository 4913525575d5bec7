/** Squared Euclidean distance between `size` values of `a` from `i` and of `b` from `j`, summed in float64. */
export function squaredDistance(a: Float32Array, i: number, b: Float32Array, j: number, size: number): number {
  let sum0 = 0
  let sum1 = 0
  let sum2 = 0
  let sum3 = 0
  let at = 0
  for (; at + 3 < size; at += 4) {
    const d0 = a[i + at] - b[j + at]
    const d1 = a[i + at + 1] - b[j + at + 1]
    const d2 = a[i + at + 2] - b[j + at + 2]
    const d3 = a[i + at + 3] - b[j + at + 3]
    sum0 += d0 * d0
    sum1 += d1 * d1
    sum2 += d2 * d2
    sum3 += d3 * d3
  }
  for (; at < size; at++) {
    const d = a[i + at] - b[j + at]
    sum0 += d * d
  }
  return (sum0 + sum1) + (sum2 + sum3)
}

/** Dot product of `size` values of `a` from `i` and of `b` from `j`, summed in float64. */
export function dotProduct(a: Float32Array, i: number, b: Float32Array, j: number, size: number): number {
  let sum0 = 0
  let sum1 = 0
  let sum2 = 0
  let sum3 = 0
  let at = 0
  for (; at + 3 < size; at += 4) {
    sum0 += a[i + at] * b[j + at]
    sum1 += a[i + at + 1] * b[j + at + 1]
    sum2 += a[i + at + 2] * b[j + at + 2]
    sum3 += a[i + at + 3] * b[j + at + 3]
  }
  for (; at < size; at++)
    sum0 += a[i + at] * b[j + at]
  return (sum0 + sum1) + (sum2 + sum3)
}
