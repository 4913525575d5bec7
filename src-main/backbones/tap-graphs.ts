import type { OnnxGraph } from '#main/graph/protobuf/model'
import { GraphBuilder } from '#main/graph/builder'
import { sumOver, times, unitRows } from '#main/graph/formulas'
import { floats, tensor } from '#main/graph/tensor'
import { random, shuffle } from '#main/matrix/random'

/** A flattened layer has at most so many dimensions. With fewer, what is near in all activations is no longer near enough. */
export const flatColumns = 2048

/** One projection for all libraries: a space of a tap is the same everywhere. */
const seed = 0

/**
 * All activations of a layer [N, …, `count` a photo] as a vector [N, min(count, 2048)]. Where there are more, each is
 * added, with a random sign, to one of 2,048 sums of equally many: a sparse random projection, which keeps distances
 * in the mean and needs 8 bytes an activation where a dense one needs 8,192.
 *
 * Source: the count sketch of Charikar, Chen, Farach-Colton 2002, as feature hashing by Weinberger et al. 2009; here
 * the buckets are dealt out equal.
 */
export function flatTapGraph(count: number): OnnxGraph {
  const graph = new GraphBuilder('flat')
  const flat = graph.add('Flatten', [graph.input('activations', 'float32', ['N', count])], { axis: 1 })
  if (count <= flatColumns) {
    graph.output(flat, 'vector')
    return graph.toGraph()
  }
  const each = Math.ceil(count / flatColumns)
  const from = random(seed)
  // What fills up the last sums is dealt among them too, and counts nothing.
  const places = shuffle(Int32Array.from({ length: each * flatColumns }, (_, at) => at), from)
  const signs = Float32Array.from(places, place => place < count ? from.integer(2) * 2 - 1 : 0)
  const dealt = graph.add('Gather', [
    flat,
    graph.constant(tensor('int32', [places.length], places.map(place => place < count ? place : 0)), 'places'),
  ], { axis: 1 })
  const signed = times(dealt, graph.constant(floats([signs.length], signs), 'signs'))
  const sums = sumOver(graph.add('Reshape', [signed, graph.integers([-1, flatColumns, each])]), 2)
  graph.output(graph.add('Flatten', [sums], { axis: 1 }), 'vector')
  return graph.toGraph()
}

/**
 * Several layers in one vector, each averaged over the picture and at unit length, one after another: inputs `0`, `1`,
 * … [N, columns, H, W] or, where not spatial, [N, columns].
 *
 * Source: DenseNet's concatenated features (Huang et al. 2017), here for any network.
 */
export function allStagesGraph(stages: readonly { columns: number, spatial: boolean }[]): OnnxGraph {
  const graph = new GraphBuilder('stages')
  const vectors = stages.map(({ columns, spatial }, at) => {
    const layer = graph.input(String(at), 'float32', spatial ? ['N', columns, 'H', 'W'] : ['N', columns])
    const pooled = spatial ? graph.add('GlobalAveragePool', [layer]) : layer
    return unitRows(graph.add('Flatten', [pooled], { axis: 1 }))
  })
  graph.output(graph.add('Concat', vectors, { axis: 1 }), 'vector')
  return graph.toGraph()
}
