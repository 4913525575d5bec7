import type { Value } from '#main/graph/value'
import { floats, integers } from '#main/graph/tensor'

/** Rows picked from [R, C] in the order given, −1 standing for one of `padding`, under another shape. */
export function gatherRows(rows: Value, picked: Int32Array, shape: readonly number[], padding = 0): Value {
  const { graph } = rows
  const [count, columns] = rows.shape.map(Number)
  const padded = picked.includes(-1)
    ? graph.add('Concat', [rows, graph.constant(floats([1, columns], new Float32Array(columns).fill(padding)))], { axis: 0 })
    : rows
  const indices = graph.constant(integers([picked.length], picked.map(row => row < 0 ? count : row)))
  return graph.add('Reshape', [graph.add('Gather', [padded, indices]), graph.integers(shape)])
}

/** Adds each row of [R, C] to the row named for it, of `count`: [count, C]. A row for −1 is dropped. It is a sum of Gathers, since ScatterND is slow. */
export function sumOfRows(rows: Value, to: Int32Array, count: number): Value {
  const { graph } = rows
  const sources: number[][] = Array.from({ length: count }, () => [])
  to.forEach((row, from) => {
    if (row >= 0)
      sources[row].push(from)
  })
  const most = sources.reduce((longest, { length }) => Math.max(longest, length), 1)
  const columns = Number(rows.shape[1])
  const parts = Array.from({ length: most }, (_, nth) =>
    gatherRows(rows, Int32Array.from(sources, from => from[nth] ?? -1), [count, columns]))
  return parts.reduce((sum, part) => graph.add('Add', [sum, part]))
}
