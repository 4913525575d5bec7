import type { Rows } from '#main/graph/rows/rows'
import type { Windows } from '#main/graph/rows/windows'
import type { Value } from '#main/graph/value'
import { areUneven, gatherRows, sourcesOf, sumOfRows, withRow } from '#main/graph/rows/gather-rows'
import { byPlace, flatRows } from '#main/graph/rows/rows'

/**
 * What every window sees, side by side (im2col): [N·windows, taps·C], by one Gather of whole rows. Each call gathers anew
 * under indices of its own, so that ONNX Runtime does not keep one for the other: cheaper than the memory.
 */
export function columnsOf(rows: Rows, windows: Windows, padding = 0): Value {
  if (isWhole(windows))
    return rows.value
  const channels = Number(rows.value.shape[1])
  return gatherRows(byPlace(rows), windows.seen, [rows.batch * windows.height * windows.width, windows.taps.length * channels], padding)
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
  const { height, width, over, taps, seen } = windows
  const seers = sourcesOf(seen, over.height * over.width)
  const padded = areUneven(seers) ? flatRows(withRow(byPlace({ value: values, batch, height, width }), 0)) : values
  const columns = spread(padded)
  const channels = Number(columns.shape[1]) / taps.length
  const each = values.graph.add('Reshape', [columns, values.graph.integers([batch, -1, channels])])
  return sumOfRows(each, seers, [batch * over.height * over.width, channels], seen.length)
}

/** Whether the windows are the places themselves, one by one. */
function isWhole({ over, taps, seen }: Windows): boolean {
  return taps.length === 1 && seen.length === over.height * over.width && seen.every((place, at) => place === at)
}
