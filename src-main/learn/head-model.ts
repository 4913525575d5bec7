import type { Value } from '#main/graph/value'
import type { FeatureBasis } from '#main/learn/feature-basis'
import type { MatrixProducts } from '#main/learn/matrix-products'
import type { NeighbourPull } from '#main/learn/neighbour-pull'
import type { Matrix } from '#main/matrix/matrix'
import { GraphBuilder } from '#main/graph/builder'
import { minus, product, unitRows } from '#main/graph/formulas'
import { writeModel } from '#main/graph/protobuf/write-model'
import { floats } from '#main/graph/tensor'
import { pulledRows } from '#main/learn/neighbour-pull'
import { powerNormalisedProduct } from '#main/learn/power-normalised'

/** What is done to features before a head's own directions: power-normalised, x → xA − c, scaled to unit length. */
export interface Sphering {
  /** [D, M] float32: A */
  weights: Matrix
  /** [M]: c, the image of the mean, so that what comes is centred. */
  offset: Float32Array
}

/** A basis and a whitening along it, where there is one, as one map. */
export async function spheringOf({ means, directions }: FeatureBasis, whitening: Matrix | undefined, products: MatrixProducts): Promise<Sphering> {
  const weights = whitening ? await products.product(directions, whitening) : directions
  const offset = new Float64Array(weights.columns)
  for (let d = 0; d < weights.rows; d++) {
    for (let c = 0; c < weights.columns; c++)
      offset[c] += means[d] * weights.values[d * weights.columns + c]
  }
  return { weights, offset: Float32Array.from(offset) }
}

/** The same in a graph: features [N, D] → [N, M], rows of unit length. */
export function spheredFeatures(features: Value, { weights, offset }: Sphering): Value {
  const { graph } = features
  const mapped = powerNormalisedProduct(features, graph.constant(floats([weights.rows, weights.columns], weights.values), 'sphering'))
  return unitRows(minus(mapped, graph.constant(floats([weights.columns], offset), 'offset')))
}

/**
 * A learnt head as a network of its own, the bytes of an ONNX file: features [N, D] are sphered, drawn towards
 * their neighbours where something does, and mapped to an embedding [N, d].
 *
 * @param sphering as it was learnt
 * @param directions [M, d] float32
 */
export function headModel(sphering: Sphering, directions: Matrix, metadata: Record<string, string>, pull?: NeighbourPull): Uint8Array {
  const graph = new GraphBuilder('head')
  const sphered = spheredFeatures(graph.input('features', 'float32', ['N', sphering.weights.rows]), sphering)
  graph.output(product(pull ? pulledRows(sphered, pull) : sphered, graph.constant(floats([directions.rows, directions.columns], directions.values), 'directions')), 'embedding')
  return writeModel(graph.toModel(metadata))
}
