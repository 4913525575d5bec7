import type { Rows } from '#main/graph/rows/rows'
import type { Windows } from '#main/graph/rows/windows'
import type { Value } from '#main/graph/value'
import { columnsOf, scatterColumns } from '#main/graph/rows/columns'
import { byPlace, channelsOf, flatRows } from '#main/graph/rows/rows'
import { floats } from '#main/graph/tensor'

const lowest = -3.4028234663852886e38

/** The largest in each window. Of equals, the first in the window carries the gradient, as PyTorch does it. */
export function poolLargest(rows: Rows, windows: Windows): Rows {
  const { graph } = rows.value
  const taps = windows.taps.length
  const seen = (): Value => byTap(columnsOf(rows, windows, lowest), taps)
  const value = graph.add('ReduceMax', [seen(), graph.integers([1])], { keepdims: 0 })
  graph.differentiateBy(value, {
    inputs: [rows.value],
    gradient({ upstream }) {
      const first = graph.add('Cast', [graph.add('ArgMax', [seen()], { axis: 1, keepdims: 0 })], { to: upstream.type })
      const channels = channelsOf(rows)
      const order = graph.constant(floats([1, taps, 1], Array.from({ length: taps }, (_, tap) => tap)))
      // The tap that carries each gradient travels beside it.
      return [scatterColumns(graph.add('Concat', [upstream, first], { axis: 1 }), rows.batch, windows, (pairs) => {
        const part = (from: number): Value => graph.add('Unsqueeze', [
          graph.add('Slice', [pairs, graph.integers([from]), graph.integers([from + channels]), graph.integers([1])]),
          graph.integers([1]),
        ])
        const carries = graph.add('Equal', [part(channels), order])
        return flatTaps(graph.add('Where', [carries, part(0), graph.number(0, upstream.type)]))
      })]
    },
  })
  return { value, batch: rows.batch, height: windows.height, width: windows.width }
}

/** The mean of each window. @param counts [windows]: of how many places */
export function poolMean(rows: Rows, windows: Windows, counts: readonly number[]): Rows {
  const { graph } = rows.value
  const { batch } = rows
  const taps = windows.taps.length
  const shares = floats([1, counts.length, 1], counts.map(count => 1 / count))
  const extent = { batch, height: windows.height, width: windows.width }
  const shared = (value: Value): Value => flatRows(graph.add('Mul', [byPlace({ value, ...extent }), graph.constant(shares)]))
  const sums = graph.add('ReduceSum', [byTap(columnsOf(rows, windows), taps), graph.integers([1])], { keepdims: 0 })
  const value = shared(sums)
  graph.differentiateBy(value, {
    inputs: [rows.value],
    gradient: ({ upstream }) => [scatterColumns(shared(upstream), batch, windows, (means) => {
      const sizes = [Number(means.shape[0]), taps, channelsOf(rows)]
      return flatTaps(graph.add('Expand', [graph.add('Unsqueeze', [means, graph.integers([1])]), graph.integers(sizes)]))
    })],
  })
  return { value, ...extent }
}

/** The mean over the whole picture: rows of 1 × 1. */
export function poolAll(rows: Rows): Rows {
  const { graph } = rows.value
  const value = graph.add('ReduceMean', [byPlace(rows), graph.integers([1])], { keepdims: 0 })
  return { value, batch: rows.batch, height: 1, width: 1 }
}

/** [N·windows, taps·C] as [N·windows, taps, C]. */
function byTap(columns: Value, taps: number): Value {
  const [count, width] = columns.shape.map(Number)
  return columns.graph.add('Reshape', [columns, columns.graph.integers([count, taps, width / taps])])
}

function flatTaps(value: Value): Value {
  const [count, taps, channels] = value.shape.map(Number)
  return value.graph.add('Reshape', [value, value.graph.integers([count, taps * channels])])
}
