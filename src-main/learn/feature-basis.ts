import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { GraphBuilder } from '#main/graph/builder'
import { greater, meanOver, minus, sumOver, times } from '#main/graph/formulas'
import { leadingDirections, leadingSpan } from '#main/learn/leading-directions'
import { tensorOf } from '#main/learn/matrix-products'
import { powerNormalised, powerNormalisedProduct } from '#main/learn/power-normalised'
import { matrix, rowsBetween, takeRows } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'
import { random, shuffle } from '#main/matrix/random'

/** The directions in which power-normalised features vary most, and every photo along them. */
export interface FeatureBasis {
  /** [D] float32: the mean of the power-normalised features. */
  means: Float32Array
  /** [D, M] float32: orthonormal columns. */
  directions: Matrix
  /** [N, M] float32: power-normalised features, centred, along the directions. */
  coordinates: Matrix
}

/** Enough rows to tell the main directions, whatever the size of the library. */
const sampled = 2048
const blockRows = 512
/** How far from the mean of all rows, of unit length as they are, float32 may put a row that is at it. */
const rounding = 1e-4

export interface FeatureBasisOptions {
  seed: number
  /** Whether the directions are to come in order, the widest first; their span is the same without, and found sooner. */
  ordered?: boolean
  signal?: AbortSignal
}

/**
 * Principal directions of the rows of `features`, power-normalised, from a sample of at most 2,048 of them.
 *
 * @throws CANCELLED
 */
export async function featureBasis(features: Matrix, count: number, products: MatrixProducts, { seed, ordered = false, signal }: FeatureBasisOptions): Promise<FeatureBasis> {
  const rest = pace('Learning', signal)
  const { rows, columns } = features
  const from = random(seed)
  const sample = rows <= sampled
    ? features
    : takeRows(features, shuffle(Int32Array.from({ length: rows }, (_, i) => i), from).subarray(0, sampled))
  const normalised = await products.run(centredNormalised, { features: tensorOf(sample) })
  await rest()
  const means = normalised.means.values as Float32Array<ArrayBuffer>
  const centred = matrix(sample.rows, columns, normalised.centred.values as Float32Array<ArrayBuffer>)
  const covariance = await products.productOfColumns(centred, centred)
  await rest()
  const size = Math.min(count, columns, Math.max(sample.rows - 1, 1))
  const directions = await (ordered ? leadingDirections : leadingSpan)(covariance, size, products, from)
  const offset = await products.product(matrix(1, columns, means), directions)
  const coordinates = matrix(rows, size)
  for (let start = 0; start < rows; start += blockRows) {
    await rest()
    const block = tensorOf(rowsBetween(features, start, start + blockRows))
    const { along } = await products.run(normalisedAlong, { features: block, directions: tensorOf(directions), offset: tensorOf(offset) })
    coordinates.values.set(along.values as Float32Array, start * size)
  }
  return {
    means,
    directions,
    coordinates,
  }
}

/** features [N, D] → centred [N, D], power-normalised rows less their means [1, D]. */
function centredNormalised(): GraphBuilder {
  const graph = new GraphBuilder('centred and normalised')
  const rows = powerNormalised(graph.input('features', 'float32', ['N', 'D']))
  const means = meanOver(rows, 0)
  graph.output(means, 'means')
  graph.output(minus(rows, means), 'centred')
  return graph
}

/**
 * features [N, D], directions [D, M], offset [1, M] → along [N, M]: power-normalised rows along the directions, less the
 * offset; zeros where that is nothing but rounding, which whitening would make something of.
 */
function normalisedAlong(): GraphBuilder {
  const graph = new GraphBuilder('normalised along')
  const directions = graph.input('directions', 'float32', ['D', 'M'])
  const rows = powerNormalisedProduct(graph.input('features', 'float32', ['N', 'D']), directions)
  const away = minus(rows, graph.input('offset', 'float32', [1, 'M']))
  graph.output(graph.add('Where', [greater(sumOver(times(away, away), 1), rounding ** 2), away, graph.number(0)]), 'along')
  return graph
}
