import type { Lowered, LoweringStep } from '#main/graph/rows/lowerings/lowering'
import { minus, over, plus, root, times } from '#main/graph/formulas'
import { onEach } from '#main/graph/rows/lowerings/elementwise'
import { plain, rows, whole } from '#main/graph/rows/lowerings/lowering'
import { floats, numbersOf } from '#main/graph/tensor'

/** A batch normalization that no convolution could take in: a fixed scale and shift for each channel. */
export function batchNormalization(step: LoweringStep): Lowered {
  const { graph, node, inputs, constant } = step
  const [scale, bias, mean, variance] = [1, 2, 3, 4].map(at => numbersOf(constant(at)))
  const factors = scale.map((value, channel) => value / Math.sqrt(variance[channel] + whole(node, 'epsilon', 1e-5)))
  const shifts = factors.map((factor, channel) => bias[channel] - mean[channel] * factor)
  const stored = (numbers: number[]) => graph.constant(floats([numbers.length], numbers))
  return onEach({ ...step, inputs: [{ rows: rows(inputs[0]!) }] }, value => plus(times(value, stored(factors)), stored(shifts)))
}

/** LayerNormalization over the last axis, its scale and shift being weights. */
export function layerNormalization({ graph, node, inputs, weight }: LoweringStep): Lowered | undefined {
  const x = plain(inputs[0]!)
  const last = x.shape.length - 1
  if (whole(node, 'axis', -1) !== -1 && whole(node, 'axis', -1) !== last)
    return undefined
  const mean = (value: typeof x) => graph.add('ReduceMean', [value, graph.integers([last])], { keepdims: 1 })
  const centred = minus(x, mean(x))
  const unit = over(centred, root(plus(mean(times(centred, centred)), whole(node, 'epsilon', 1e-5))))
  const scaled = times(unit, weight(1))
  return { value: inputs[2] ? plus(scaled, weight(2)) : scaled }
}
