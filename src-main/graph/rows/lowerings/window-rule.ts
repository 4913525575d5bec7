import type { OnnxNode } from '#main/graph/protobuf/model'
import type { Extent } from '#main/graph/rows/rows'
import type { WindowRule } from '#main/graph/rows/windows'
import { list, text, whole } from '#main/graph/rows/lowerings/lowering'

/** How the windows of a Conv or pooling node move over pictures. */
export function windowRule(node: OnnxNode, over: Extent, kernel: readonly number[]): WindowRule {
  const strides = list(node, 'strides') ?? [1, 1]
  const dilations = list(node, 'dilations') ?? [1, 1]
  return { kernel, strides, dilations, pads: padsOf(node, over, kernel, strides, dilations), ceil: whole(node, 'ceil_mode', 0) === 1 }
}

function padsOf(node: OnnxNode, { height, width }: Extent, kernel: readonly number[], strides: readonly number[], dilations: readonly number[]): number[] {
  const automatic = text(node, 'auto_pad', 'NOTSET')
  if (!automatic.startsWith('SAME'))
    return automatic === 'VALID' ? [0, 0, 0, 0] : list(node, 'pads') ?? [0, 0, 0, 0]
  const missing = [height, width].map((size, axis) =>
    Math.max(0, (Math.ceil(size / strides[axis]) - 1) * strides[axis] + dilations[axis] * (kernel[axis] - 1) + 1 - size))
  const less = missing.map(count => Math.floor(count / 2))
  const more = missing.map((count, axis) => count - less[axis])
  return automatic === 'SAME_UPPER' ? [...less, ...more] : [...more, ...less]
}
