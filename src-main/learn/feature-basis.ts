import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { orthonormalColumns } from '#main/learn/orthonormal-columns'
import { powerNormalised } from '#main/learn/power-normalised'
import { columnMeans } from '#main/matrix/centre'
import { matrix } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'
import { random, shuffle } from '#main/matrix/random'
import { symmetricEigen } from '#main/matrix/symmetric-eigen'

/** The directions in which power-normalised features vary most, and every photo along them. */
export interface FeatureBasis {
  /** [D] float64: the mean of the power-normalised features. */
  means: Float64Array
  /** [D, M] float32: orthonormal columns. */
  directions: Matrix
  /** [N, M] float32: power-normalised features, centred, along the directions. */
  coordinates: Matrix
}

/** Enough rows to tell the main directions, whatever the size of the library. */
const sampled = 4096
const rounds = 3
const spare = 16
const blockRows = 4096

/**
 * Principal directions of the rows of `features`, power-normalised, from a sample of at most 4,096 of them, by randomised
 * subspace iteration (Halko, Martinsson, Tropp 2011, algorithm 4.4) over the sample's covariance. Four rounds find
 * the span well, though not each of the last directions to the last digit, which nothing here needs.
 *
 * @throws CANCELLED
 */
export async function featureBasis(
  features: Matrix,
  count: number,
  products: MatrixProducts,
  { seed, signal }: { seed: number, signal?: AbortSignal },
): Promise<FeatureBasis> {
  const rest = pace('Learning', signal)
  const { rows, columns } = features
  const from = random(seed)
  const chosen = rows <= sampled
    ? Int32Array.from({ length: rows }, (_, i) => i)
    : shuffle(Int32Array.from({ length: rows }, (_, i) => i), from).slice(0, sampled)
  const sample = powerNormalised(features, chosen)
  const means = columnMeans(sample)
  subtract(sample, means)
  const covariance = await products.productOfColumns(sample, sample)
  const size = Math.min(count, columns, Math.max(chosen.length - 1, 1))
  const width = Math.min(size + spare, columns)
  let basis = matrix(columns, width, Float32Array.from({ length: columns * width }, from.normal))
  for (let round = 1; round < rounds; round++) {
    await rest()
    basis = await orthonormalColumns(await products.product(covariance, basis), products)
  }
  await rest()
  const image = await products.product(covariance, basis)
  const inside = await products.productOfColumns(basis, image)
  const { vectors } = symmetricEigen(symmetric(inside), width)
  const turn = matrix(width, size)
  for (let c = 0; c < size; c++) {
    for (let a = 0; a < width; a++)
      turn.values[a * size + c] = vectors[c * width + a]
  }
  const directions = await products.product(basis, turn)
  const coordinates = matrix(rows, size)
  for (let start = 0; start < rows; start += blockRows) {
    await rest()
    const end = Math.min(start + blockRows, rows)
    const block = powerNormalised(features, Int32Array.from({ length: end - start }, (_, i) => start + i))
    subtract(block, means)
    coordinates.values.set((await products.product(block, directions)).values, start * size)
  }
  return {
    means,
    directions,
    coordinates,
  }
}

function subtract(from: Matrix, means: Float64Array): void {
  for (let i = 0, at = 0; i < from.rows; i++) {
    for (let d = 0; d < from.columns; d++, at++)
      from.values[at] -= means[d]
  }
}

/** (A + Aᵀ) / 2 in float64. */
function symmetric({ rows, values }: Matrix): Float64Array {
  return Float64Array.from(values, (value, at) => (value + values[(at % rows) * rows + Math.floor(at / rows)]) / 2)
}
