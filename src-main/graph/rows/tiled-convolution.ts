import type { MinimalFilter } from '#main/graph/rows/minimal-filter'
import type { Extent, Rows } from '#main/graph/rows/rows'
import type { Tiles } from '#main/graph/rows/tiles'
import type { BackwardStep, Graph, Value } from '#main/graph/value'
import { gatherRows, sourcesOf, sumOfRows } from '#main/graph/rows/gather-rows'
import { keptIfSmall } from '#main/graph/rows/kept-if-small'
import { channelsOf } from '#main/graph/rows/rows'
import { tilesOver } from '#main/graph/rows/tiles'
import { floats } from '#main/graph/tensor'

/** Elements of a value that is kept for the way back: 4 MB. */
const mostKept = 2 ** 20

/**
 * A 3 × 3 convolution with strides of 1 by a minimal filtering algorithm: n² matrix products over all tiles in place of
 * one that holds every tap of every place, with its gradients by the transposed algorithm. Up to four times fewer
 * multiplications; rounding errors grow to about 1e-6 of the values.
 *
 * @param rows pictures of C channels
 * @param weights [9·C, C′]
 * @param bias [C′]
 * @param out the extent of the outputs
 * @param pads at the top and at the left
 * @param filter the algorithm
 */
export function convolveTiles(rows: Rows, weights: Value, bias: Value | undefined, out: Extent, pads: readonly [number, number], filter: MinimalFilter): Rows {
  const { graph } = weights
  const { batch } = rows
  const sizes: Sizes = {
    channels: channelsOf(rows),
    columns: Number(weights.shape[1]),
    products: filter.inputs ** 2,
    filter,
    tiles: tilesOver(batch, rows, out, pads, filter.outputs, filter.inputs),
  }
  const pictures = keptIfSmall(mostKept, () => inputsOf(rows, sizes))
  const kernels = keptIfSmall(mostKept, () => kernelsOf(weights, sizes))
  // What stands before is computed after: the kernels when the pictures are there, not all of them at the start.
  const ofKernels = kernels()
  const multiplied = graph.add('MatMul', [pictures(), ofKernels])
  const outputs = transform(multiplied, filter.output, filter.outputs ** 2, sizes.products)
  const places = batch * out.height * out.width
  const flat = sumOfRows(byRow(outputs, sizes.columns), sourcesOf(sizes.tiles.outputs, places), [places, sizes.columns])
  const value = bias ? graph.add('Add', [flat, bias]) : graph.add('Identity', [flat])
  const productsOf = onceForEach((upstream: Value) => byProduct(upstream, sizes))
  graph.differentiateBy(value, {
    inputs: [rows.value, weights, ...bias ? [bias] : []],
    gradient: step => gradient(step, Number(rows.value.shape[0]), sizes, pictures, kernels, productsOf),
  })
  return { value, batch, height: out.height, width: out.width }
}

interface Sizes {
  channels: number
  columns: number
  products: number
  filter: MinimalFilter
  tiles: Tiles
}

function gradient(
  { graph, upstream, wanted }: BackwardStep,
  rowCount: number,
  sizes: Sizes,
  pictures: () => Value,
  kernels: () => Value,
  productsOf: (upstream: Value) => Value,
): (Value | undefined)[] {
  const { filter, products, channels, columns, tiles } = sizes
  const byInput = (): Value => {
    const turned = graph.add('Transpose', [kernels()], { perm: [0, 2, 1] })
    const toInputs = transform(graph.add('MatMul', [productsOf(upstream), turned]), transposed(filter.input, products), products, products)
    return sumOfRows(byRow(toInputs, channels), sourcesOf(tiles.inputs, rowCount), [rowCount, channels])
  }
  const byWeights = (): Value => {
    const turned = graph.add('Transpose', [pictures()], { perm: [0, 2, 1] })
    return shaped(transform(graph.add('MatMul', [turned, productsOf(upstream)]), transposed(filter.kernel, products), 9, products), [9 * channels, columns])
  }
  return [
    wanted[0] ? byInput() : undefined,
    wanted[1] ? byWeights() : undefined,
    wanted[2] ? graph.add('ReduceSum', [upstream, graph.integers([0])], { keepdims: 0 }) : undefined,
  ]
}

/** [n², N·tiles, C′]: the gradient by each product, of the gradient by the outputs. */
function byProduct(upstream: Value, { filter, products, columns, tiles }: Sizes): Value {
  const outputs = filter.outputs ** 2
  const toOutputs = gatherRows(upstream, tiles.outputs, [outputs, tiles.outputs.length / outputs * columns])
  return shaped(transform(toOutputs, transposed(filter.output, outputs), products, outputs), [products, -1, columns])
}

/** The ways back to the pictures and to the weights begin alike. */
function onceForEach(make: (from: Value) => Value): (from: Value) => Value {
  const known = new Map<Value, Value>()
  return (from) => {
    if (!known.has(from))
      known.set(from, make(from))
    return known.get(from)!
  }
}

/** [n², N·tiles, C]: what is multiplied of the pictures. */
function inputsOf(rows: Rows, { filter, products, channels, tiles }: Sizes): Value {
  const gathered = gatherRows(rows.value, tiles.inputs, [products, tiles.inputs.length / products * channels])
  return shaped(transform(gathered, filter.input, products, products), [products, -1, channels])
}

/** [n², C, C′]: what is multiplied of the weights. */
function kernelsOf(weights: Value, { filter, products, channels, columns }: Sizes): Value {
  return shaped(transform(shaped(weights, [9, channels * columns]), filter.kernel, products, 9), [products, channels, columns])
}

/** A small constant matrix [to, from] times what it applies to, whose first axis is `from`. */
function transform(value: Value, matrix: readonly number[], to: number, from: number): Value {
  const { graph } = value
  return graph.add('MatMul', [graph.constant(floats([to, from], matrix)), shaped(value, [from, -1])])
}

function transposed(matrix: readonly number[], rows: number): number[] {
  const columns = matrix.length / rows
  return Array.from(matrix, (_, at) => matrix[at % rows * columns + Math.floor(at / rows)])
}

function byRow(value: Value, columns: number): Value {
  return shaped(value, [-1, columns])
}

function shaped(value: Value, shape: readonly number[]): Value {
  const { graph }: { graph: Graph } = value
  return graph.add('Reshape', [value, graph.integers(shape)])
}
