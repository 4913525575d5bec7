import type { Lowered, LoweringStep } from '#main/graph/rows/lowerings/lowering'
import type { MinimalFilter } from '#main/graph/rows/minimal-filter'
import type { Rows } from '#main/graph/rows/rows'
import type { WindowRule, Windows } from '#main/graph/rows/windows'
import type { Value } from '#main/graph/value'
import { convolve } from '#main/graph/rows/convolution'
import { convolveDepthwise } from '#main/graph/rows/depthwise'
import { rows, whole } from '#main/graph/rows/lowerings/lowering'
import { windowRule } from '#main/graph/rows/lowerings/window-rule'
import { minimalFilter } from '#main/graph/rows/minimal-filter'
import { channelsOf } from '#main/graph/rows/rows'
import { convolveTiles } from '#main/graph/rows/tiled-convolution'
import { convolutionWeight } from '#main/graph/rows/trainable-weight'
import { windowsOver } from '#main/graph/rows/windows'

const filters = [minimalFilter(2), minimalFilter(4)]
const clearly = 0.7

/**
 * Conv. A dense one becomes matrix products, by the way that multiplies least; one of groups, so for each; a depthwise
 * one has a way of its own.
 */
export function convolution(step: LoweringStep): Lowered | undefined {
  const { node, inputs, weight, constant } = step
  const [perGroup, ...kernel] = constant(1).shape.slice(1)
  if (kernel.length !== 2)
    return undefined
  const x = rows(inputs[0]!)
  const groups = whole(node, 'group', 1)
  const rule = windowRule(node, x, kernel)
  const bias = inputs[2] && weight(2)
  if (perGroup === 1 && groups > 1 && groups === constant(1).shape[0])
    return { rows: convolveDepthwise(x, weight(1), bias, rule) }
  const windows = windowsOver(x, rule)
  const weights = weight(1, tensor => convolutionWeight(tensor, windows.taps))
  if (groups > 1)
    return { rows: inGroups(x, weights, bias, windows, groups) }
  const filter = cheaperFilter(windows, rule, channelsOf(x), Number(weights.shape[1]))
  return { rows: filter ? convolveTiles(x, weights, bias, windows, [rule.pads[0], rule.pads[1]], filter) : convolve(x, weights, bias, windows) }
}

/** The minimal filtering algorithm that needs fewest multiplications, its transforms included, if that is clearly fewer than one for each tap. */
function cheaperFilter({ height, width, taps }: Windows, { kernel, strides, dilations }: WindowRule, channels: number, columns: number): MinimalFilter | undefined {
  if (String([kernel, strides, dilations]) !== '3,3,1,1,1,1' || taps.length < 9)
    return undefined
  const costs = filters.map(({ outputs, inputs }) =>
    Math.ceil(height / outputs) * Math.ceil(width / outputs) * inputs ** 2 * (1 + inputs ** 2 / columns + outputs ** 2 / channels))
  const least = Math.min(...costs)
  return least < clearly * height * width * taps.length ? filters[costs.indexOf(least)] : undefined
}

/** Weights [taps·C/groups, C′]: each group has its own columns of them, and its own channels of the pictures. */
function inGroups(x: Rows, weights: Value, bias: Value | undefined, windows: Windows, groups: number): Rows {
  const { graph } = weights
  const part = (of: Value, axis: number, group: number): Value => {
    const size = Number(of.shape[axis]) / groups
    return graph.add('Slice', [of, graph.integers([group * size]), graph.integers([(group + 1) * size]), graph.integers([axis])])
  }
  const parts = Array.from({ length: groups }, (_, group) => convolve(
    { ...x, value: channelsOf(x) === 1 ? x.value : part(x.value, 1, group) },
    part(weights, 1, group),
    bias && part(bias, 0, group),
    windows,
  ))
  return { ...parts[0], value: graph.add('Concat', parts.map(({ value }) => value), { axis: 1 }) }
}
