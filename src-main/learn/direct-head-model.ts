import type { Sphering } from '#main/learn/head-model'
import type { LocalMap } from '#main/learn/local-map'
import type { Matrix } from '#main/matrix/matrix'
import { GraphBuilder } from '#main/graph/builder'
import { minus, plus, product } from '#main/graph/formulas'
import { writeModel } from '#main/graph/protobuf/write-model'
import { floats } from '#main/graph/tensor'
import { spheredFeatures } from '#main/learn/head-model'
import { spreadAbout } from '#main/learn/local-map'

/**
 * A head whose answers are a map, the bytes of an ONNX file: features [N, D] → embedding [N, 2]. e is what `headModel`
 * gives; then softmax(−|e − centre|² / reach), in which |e|² falls out, times the places' coordinates, and the
 * spread about them.
 *
 * @param sphering as it was learnt
 * @param directions [M, d] float32
 * @param map the places, [K, d]
 * @param coordinates [K, 2] float32: where they lie on the map
 */
export function directHeadModel(sphering: Sphering, directions: Matrix, map: LocalMap, coordinates: Matrix, metadata: Record<string, string>): Uint8Array {
  const { centres: { rows: places, columns, values }, reach } = map
  const towards = new Float32Array(columns * places)
  const lengths = new Float32Array(places)
  for (let k = 0; k < places; k++) {
    for (let d = 0; d < columns; d++) {
      const value = values[k * columns + d]
      towards[d * places + k] = 2 * value / reach
      lengths[k] += value * value / reach
    }
  }
  const graph = new GraphBuilder('head')
  const features = graph.input('features', 'float32', ['N', sphering.weights.rows])
  const embedded = product(spheredFeatures(features, sphering), graph.constant(floats([directions.rows, columns], directions.values), 'directions'))
  const nearness = minus(product(embedded, graph.constant(floats([columns, places], towards), 'towards')), graph.constant(floats([places], lengths), 'lengths'))
  const shares = graph.add('Softmax', [nearness], { axis: 1 })
  const spread = spreadAbout(map, coordinates)
  const placed = product(shares, graph.constant(floats([places, 2], spread.places.values), 'places'))
  graph.output(plus(placed, product(embedded, graph.constant(floats([columns, 2], spread.aside.values), 'aside'))), 'embedding')
  return writeModel(graph.toModel(metadata))
}
