import type { Rows } from '#main/graph/rows/rows'
import type { Windows } from '#main/graph/rows/windows'
import type { Value } from '#main/graph/value'
import { byPlace, flatRows } from '#main/graph/rows/rows'
import { floats, integers } from '#main/graph/tensor'

/**
 * What every window sees, side by side (im2col): [N·windows, taps·C], by one Gather of whole rows. Each call gathers anew
 * under indices of its own, so that ONNX Runtime does not keep one for the other: cheaper than the memory.
 */
export function columnsOf(rows: Rows, windows: Windows, padding = 0): Value {
  if (isWhole(windows))
    return rows.value
  const channels = Number(rows.value.shape[1])
  return gatherPlaces(byPlace(rows), windows.seen, [rows.batch * windows.height * windows.width, windows.taps.length * channels], padding)
}

/** Rows picked for each picture, a place of −1 being `padding` throughout: [N, places, C] → the shape given. */
export function gatherPlaces(places: Value, picked: Int32Array, shape: readonly number[], padding = 0): Value {
  const { graph } = places
  const [batch, count, channels] = places.shape.map(Number)
  const padded = picked.includes(-1)
    ? graph.add('Concat', [places, graph.constant(floats([batch, 1, channels], new Float32Array(batch * channels).fill(padding)))], { axis: 1 })
    : places
  const indices = graph.constant(integers([picked.length], picked.map(place => place < 0 ? count : place)))
  return graph.add('Reshape', [graph.add('Gather', [padded, indices], { axis: 1 }), graph.integers(shape)])
}

/**
 * Adds what belongs to each tap of each window to the place it sees (col2im): [N·places, C].
 * @param values [N·windows, C′]: one row for each window
 * @param batch N
 * @param windows where the windows stand
 * @param spread makes of rows [R, C′] what belongs to each tap, [R, taps·C]; rows of zeros must become zeros. It is given
 * one window more for each picture, of zeros, which stands for those that no place is seen by: cheaper than to append it after
 */
export function scatterColumns(values: Value, batch: number, windows: Windows, spread: (rows: Value) => Value): Value {
  if (isWhole(windows))
    return spread(values)
  const { graph } = values
  const { height, width, over, taps, seen } = windows
  const seers: number[][] = Array.from({ length: over.height * over.width }, () => [])
  seen.forEach((place, at) => {
    if (place >= 0)
      seers[place].push(at)
  })
  const most = Math.max(1, ...seers.map(({ length }) => length))
  const columns = spread(seers.some(({ length }) => length < most) ? withZeroWindow(values, batch, height * width) : values)
  const channels = Number(columns.shape[1]) / taps.length
  const each = graph.add('Reshape', [columns, graph.integers([batch, -1, channels])])
  const parts = Array.from({ length: most }, (_, nth) =>
    graph.add('Gather', [each, graph.constant(integers([seers.length], seers.map(at => at[nth] ?? seen.length)))], { axis: 1 }))
  return flatRows(parts.reduce((sum, part) => graph.add('Add', [sum, part])))
}

function withZeroWindow(values: Value, batch: number, count: number): Value {
  const { graph } = values
  const columns = Number(values.shape[1])
  const each = graph.add('Reshape', [values, graph.integers([batch, count, columns])])
  const zeros = graph.constant(floats([batch, 1, columns], new Float32Array(batch * columns)))
  return flatRows(graph.add('Concat', [each, zeros], { axis: 1 }))
}

/** Whether the windows are the places themselves, one by one. */
function isWhole({ over, taps, seen }: Windows): boolean {
  return taps.length === 1 && seen.length === over.height * over.width && seen.every((place, at) => place === at)
}
