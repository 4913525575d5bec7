import type { Value } from '#main/graph/value'
import { elementCount, floats, tensor } from '#main/graph/tensor'

/**
 * Rows picked in the order given, −1 standing for one of `padding`, under another shape.
 * @param rows [R, C], or [N, R, C] to pick the same of each of N
 * @param picked rows of R
 * @param shape of the result
 * @param padding what a row for −1 is filled with
 */
export function gatherRows(rows: Value, picked: Int32Array, shape: readonly number[], padding = 0): Value {
  const { graph } = rows
  const axis = rows.shape.length - 2
  const padded = picked.includes(-1) ? withRow(rows, padding) : rows
  const count = Number(rows.shape[axis])
  const indices = graph.constant(tensor('int32', [picked.length], picked.map(row => row < 0 ? count : row)))
  return graph.add('Reshape', [graph.add('Gather', [padded, indices], { axis }), graph.integers(shape)])
}

/** The rows [R, C], or [N, R, C], and behind them one that is filled with a number. */
export function withRow(rows: Value, filled: number): Value {
  const { graph } = rows
  const axis = rows.shape.length - 2
  const shape = rows.shape.map(Number).with(axis, 1)
  return graph.add('Concat', [rows, graph.constant(floats(shape, new Float32Array(elementCount(shape)).fill(filled)))], { axis })
}

/** For each of `count` rows, which are to be added to it: those whose entry in `to` it is. */
export function sourcesOf(to: Int32Array, count: number): number[][] {
  const sources: number[][] = Array.from({ length: count }, () => [])
  to.forEach((row, from) => {
    if (row >= 0)
      sources[row].push(from)
  })
  return sources
}

/** Whether some rows have fewer sources than others. */
export function areUneven(sources: readonly number[][]): boolean {
  return sources.some(({ length }) => length < mostOf(sources))
}

/**
 * For each of some rows the sum of its sources, as a sum of Gathers, since ScatterND is slow.
 * @param rows [R, C], or [N, R, C]
 * @param sources rows of R, for each row of the result
 * @param shape of the result
 * @param missing the row of zeros that stands for a source too few; −1 where there is none among the rows
 */
export function sumOfRows(rows: Value, sources: readonly number[][], shape: readonly number[], missing = -1): Value {
  const parts = Array.from({ length: mostOf(sources) }, (_, nth) =>
    gatherRows(rows, Int32Array.from(sources, from => from[nth] ?? missing), shape))
  return parts.reduce((sum, part) => rows.graph.add('Add', [sum, part]))
}

function mostOf(sources: readonly number[][]): number {
  return sources.reduce((longest, { length }) => Math.max(longest, length), 1)
}
