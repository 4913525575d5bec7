import type { Rows } from '#main/graph/rows/rows'
import type { Windows } from '#main/graph/rows/windows'
import type { BackwardStep, Value } from '#main/graph/value'
import { columnsOf, scatterColumns } from '#main/graph/rows/columns'
import { gatherRows } from '#main/graph/rows/gather-rows'
import { keptIfSmall } from '#main/graph/rows/kept-if-small'
import { byPlace, channelsOf } from '#main/graph/rows/rows'
import { seeingWindows } from '#main/graph/rows/windows'
import { integers } from '#main/graph/tensor'

const fewChannels = 8
/** Elements of columns that are kept for the way back: 32 MB. */
const mostKept = 2 ** 23

/**
 * A convolution of rows as one matrix product, with its gradients as products too.
 *
 * @param rows pictures of C channels
 * @param weights [taps·C, C′], for the windows' taps alone
 * @param bias [C′]
 * @param windows where the kernel stands
 */
export function convolve(rows: Rows, weights: Value, bias: Value | undefined, windows: Windows): Rows {
  const { graph } = weights
  const { height, width } = windows
  // Rows of a few channels, which is those of the picture itself, are dear to gather.
  const columns = keptIfSmall(channelsOf(rows) < fewChannels ? mostKept : 0, () => columnsOf(rows, windows))
  const value = graph.add('Gemm', [columns(), weights, ...bias ? [bias] : []])
  graph.differentiateBy(value, {
    inputs: [rows.value, weights, ...bias ? [bias] : []],
    gradient: step => gradient(step, rows.batch, windows, columns),
  })
  return { value, batch: rows.batch, height, width }
}

function gradient({ graph, inputs: [, weights], upstream, wanted }: BackwardStep, batch: number, windows: Windows, columns: () => Value): (Value | undefined)[] {
  return [
    wanted[0] ? byInput(upstream, weights, batch, windows) : undefined,
    wanted[1] ? graph.add('Gemm', [columns(), upstream], { transA: 1 }) : undefined,
    wanted[2] ? graph.add('ReduceSum', [upstream, graph.integers([0])], { keepdims: 0 }) : undefined,
  ]
}

/** With strides of 1 the way back is a convolution of the gradient; with larger ones that would multiply zeros for the most part. */
function byInput(upstream: Value, weights: Value, batch: number, windows: Windows): Value {
  const { graph } = upstream
  const { height, width, over, strides, taps } = windows
  const out = Number(weights.shape[1])
  const channels = Number(weights.shape[0]) / taps.length
  if (taps.length === 1 || strides.some(stride => stride > 1))
    return scatterColumns(upstream, batch, windows, rows => graph.add('Gemm', [rows, weights], { transB: 1 }))
  const seen = gatherRows(
    byPlace({ value: upstream, batch, height, width }),
    seeingWindows(windows),
    [batch * over.height * over.width, taps.length * out],
  )
  const turned = graph.add('Transpose', [
    graph.add('Reshape', [weights, graph.integers([taps.length, channels, out])]),
  ], { perm: [0, 2, 1] })
  return graph.add('Gemm', [seen, graph.add('Reshape', [turned, graph.constant(integers([2], [taps.length * out, channels]))])])
}
