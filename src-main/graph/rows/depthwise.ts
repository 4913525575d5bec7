import type { Rows } from '#main/graph/rows/rows'
import type { WindowRule } from '#main/graph/rows/windows'
import type { Value } from '#main/graph/value'
import { channelsOf, picturesOf, rowsOf } from '#main/graph/rows/rows'
import { windowsOver } from '#main/graph/rows/windows'
import { floats } from '#main/graph/tensor'

/** Places before times places after, up to which a channel's whole map is one matrix. */
const mostPairs = 10_000

/**
 * A depthwise convolution, each channel with its own kernel. On small maps a channel's convolution is one matrix from
 * its places before to those after, made of its kernel by a constant pattern: products over all photos at once, several
 * times faster than the windows one by one. On large maps it is a convolution of pictures.
 *
 * @param rows pictures of C channels
 * @param weights [C, 1, h, w]
 * @param bias [C]
 * @param rule how the kernel moves
 */
export function convolveDepthwise(rows: Rows, weights: Value, bias: Value | undefined, rule: WindowRule): Rows {
  const { graph } = weights
  const windows = windowsOver(rows, rule)
  const [before, after] = [rows.height * rows.width, windows.height * windows.width]
  if (before * after > mostPairs) {
    const { strides, pads, dilations } = rule
    return rowsOf(graph.add('Conv', [picturesOf(rows), weights, bias], { strides, pads, dilations, group: channelsOf(rows) }))
  }
  const channels = channelsOf(rows)
  const kernel = rule.kernel[0] * rule.kernel[1]
  const pattern = new Float32Array(kernel * before * after)
  windows.seen.forEach((place, at) => {
    const tap = windows.taps[at % windows.taps.length]
    if (place >= 0)
      pattern[tap * before * after + place * after + Math.floor(at / windows.taps.length)] = 1
  })
  const maps = graph.add('Reshape', [
    graph.add('MatMul', [
      graph.add('Reshape', [weights, graph.integers([channels, kernel])]),
      graph.constant(floats([kernel, before * after], pattern)),
    ]),
    graph.integers([channels, before, after]),
  ])
  const byChannel = graph.add('Reshape', [graph.add('Transpose', [rows.value]), graph.integers([channels, rows.batch, before])])
  const products = graph.add('Reshape', [graph.add('MatMul', [byChannel, maps]), graph.integers([channels, rows.batch * after])])
  const found = graph.add('Transpose', [products])
  const value = bias ? graph.add('Add', [found, bias]) : found
  return { value, batch: rows.batch, height: windows.height, width: windows.width }
}
