import type { Matrix } from '#main/matrix/matrix'
import { columnMeans } from '#main/matrix/centre'
import { dotProduct } from '#main/matrix/distance'
import { leadingSubspace } from '#main/matrix/leading-subspace'
import { matrix } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'
import { symmetricEigen } from '#main/matrix/symmetric-eigen'

/** The directions in which a set of vectors varies most. */
export interface PrincipalComponents {
  /** [D] float64: what is taken away before projecting. */
  readonly means: Float64Array
  /** [count, D] float32: row i is the unit direction of the i-th largest variance; its largest entry is positive. */
  readonly components: Matrix
  /** [count] float64: variance along each, with the N − 1 of a sample. */
  readonly variances: Float64Array
  /** [count] float64: the share of all variance along each. */
  readonly explained: Float64Array
}

/** Up to this many columns (or rows) the decomposition is direct. */
const direct = 256

/**
 * Principal components of the rows. Exact through the D × D covariance or the N × N Gram matrix where one of them is
 * small; otherwise by a randomised block Krylov method started from the seed. Where there are fewer directions than
 * `count` asks for, the rest are zeros. O(N·D·min(D, N, 256)) at most.
 * @throws CANCELLED
 */
export async function principalComponents(
  of: Matrix,
  count: number,
  { seed = 0, signal }: { seed?: number, signal?: AbortSignal } = {},
): Promise<PrincipalComponents> {
  const { rows, columns } = of
  const means = columnMeans(of)
  const rest = pace('Finding principal components', signal)
  const { variances, directions } = columns <= direct
    ? await fromCovariance(of, means, rest)
    : rows <= direct
      ? await fromGram(of, means, rest)
      : await leadingSubspace(of, means, count, seed, rest)

  const total = await totalVariance(of, means, rest)
  const components = matrix(count, columns)
  const kept = new Float64Array(count)
  for (let c = 0; c < Math.min(count, variances.length); c++) {
    // What rounding leaves behind is no direction.
    if (!(variances[c] > total * 1e-12))
      break
    kept[c] = variances[c]
    const direction = directions.subarray(c * columns, (c + 1) * columns)
    const sign = largestEntry(direction) < 0
      ? -1
      : 1
    for (let d = 0; d < columns; d++)
      components.values[c * columns + d] = sign * direction[d]
  }
  return {
    means,
    components,
    variances: kept,
    explained: kept.map(value => total > 0
      ? value / total
      : 0),
  }
}

/**
 * The rows along the components: `[N, count] float32`, centred.
 * @throws CANCELLED
 */
export async function projectOnto(of: Matrix, { means, components }: PrincipalComponents, signal?: AbortSignal): Promise<Matrix> {
  const { rows, columns, values } = of
  const count = components.rows
  const projected = matrix(rows, count)
  const rest = pace('Projecting', signal)
  const offsets = Float64Array.from({ length: count }, (_, c) => {
    let offset = 0
    for (let d = 0; d < columns; d++)
      offset += means[d] * components.values[c * columns + d]
    return offset
  })
  for (let i = 0; i < rows; i++) {
    if (i % 256 === 0)
      await rest()
    for (let c = 0; c < count; c++)
      projected.values[i * count + c] = dotProduct(values, i * columns, components.values, c * columns, columns) - offsets[c]
  }
  return projected
}

/** What a decomposition finds: variances, descending, and their directions, one [D] row each. */
interface Directions {
  readonly variances: Float64Array
  readonly directions: Float64Array
}

async function fromCovariance(of: Matrix, means: Float64Array, rest: () => Promise<void>): Promise<Directions> {
  const { rows, columns, values } = of
  const covariance = new Float64Array(columns * columns)
  const row = new Float64Array(columns)
  for (let i = 0; i < rows; i++) {
    if (i % 64 === 0)
      await rest()
    for (let d = 0; d < columns; d++)
      row[d] = values[i * columns + d] - means[d]
    for (let d = 0; d < columns; d++) {
      const x = row[d]
      for (let e = d, at = d * columns + d; e < columns; e++, at++)
        covariance[at] += x * row[e]
    }
  }
  fillLower(covariance, columns, Math.max(rows - 1, 1))
  const { values: variances, vectors } = symmetricEigen(covariance, columns)
  return { variances, directions: vectors }
}

/** When there are fewer rows than columns, the eigenvectors of X Xᵀ are cheaper and give those of Xᵀ X. */
async function fromGram(of: Matrix, means: Float64Array, rest: () => Promise<void>): Promise<Directions> {
  const { rows, columns, values } = of
  const centred = new Float64Array(rows * columns)
  for (let at = 0; at < centred.length; at++)
    centred[at] = values[at] - means[at % columns]
  const gram = new Float64Array(rows * rows)
  for (let i = 0; i < rows; i++) {
    await rest()
    for (let j = i; j < rows; j++) {
      let sum = 0
      for (let d = 0; d < columns; d++)
        sum += centred[i * columns + d] * centred[j * columns + d]
      gram[i * rows + j] = sum
    }
  }
  fillLower(gram, rows, Math.max(rows - 1, 1))
  const { values: variances, vectors } = symmetricEigen(gram, rows)
  const directions = new Float64Array(rows * columns)
  for (let c = 0; c < rows; c++) {
    await rest()
    const scale = variances[c] > 0
      ? 1 / Math.sqrt(variances[c] * (rows - 1))
      : 0
    const direction = directions.subarray(c * columns, (c + 1) * columns)
    for (let i = 0; i < rows; i++) {
      const weight = vectors[c * rows + i] * scale
      for (let d = 0; d < columns; d++)
        direction[d] += weight * centred[i * columns + d]
    }
  }
  return { variances, directions }
}

function fillLower(square: Float64Array, n: number, divisor: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++)
      square[j * n + i] = square[i * n + j] /= divisor
  }
}

async function totalVariance({ rows, columns, values }: Matrix, means: Float64Array, rest: () => Promise<void>): Promise<number> {
  let total = 0
  for (let i = 0, at = 0; i < rows; i++) {
    if (i % 1024 === 0)
      await rest()
    for (let d = 0; d < columns; d++, at++)
      total += (values[at] - means[d]) ** 2
  }
  return total / Math.max(rows - 1, 1)
}

function largestEntry(of: Float64Array): number {
  let largest = 0
  for (const entry of of) {
    if (Math.abs(entry) > Math.abs(largest))
      largest = entry
  }
  return largest
}
