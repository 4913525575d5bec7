import type { Matrix } from '#main/matrix/matrix'
import { GraphBuilder } from '#main/graph/builder'
import { larger, minus, over, product, root, sumOver, times } from '#main/graph/formulas'
import { writeModel } from '#main/graph/protobuf/write-model'
import { floats } from '#main/graph/tensor'

/**
 * A learnt head as a network of its own, the bytes of an ONNX file: features [N, D] are scaled to unit length,
 * centred and mapped, embedding = (x / |x|) A − c, [N, d]. Features of zeros come out at −c.
 *
 * @param weights [D, d] float32: A
 * @param offset [d]: c, the image of the mean feature
 */
export function headModel(weights: Matrix, offset: ArrayLike<number>, metadata: Record<string, string>): Uint8Array {
  const graph = new GraphBuilder('head')
  const features = graph.input('features', 'float32', ['N', weights.rows])
  const a = graph.constant(floats([weights.rows, weights.columns], weights.values), 'weights')
  const c = graph.constant(floats([weights.columns], offset), 'offset')
  const lengths = root(larger(sumOver(times(features, features), 1), 1e-24))
  // Dividing after the product touches d numbers a photo instead of D.
  graph.output(minus(over(product(features, a), lengths), c), 'embedding')
  return writeModel(graph.toModel(metadata))
}
