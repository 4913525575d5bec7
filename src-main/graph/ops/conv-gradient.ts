import type { BackwardStep, Value } from '#main/graph/value'
import { knownSizes } from '#main/graph/shapes'

interface Geometry {
  strides: number[]
  dilations: number[]
  pads: number[]
  group: number
}

/**
 * The gradients of a convolution by its input, weights and bias, as convolutions of the same pictures. It is the form
 * for few channels a group, depthwise ones above all; for dense ones `graph/rows` has a faster one.
 */
export function convGradient({ graph, inputs: [x, weights], attributes, upstream, wanted }: BackwardStep): (Value | undefined)[] {
  const geometry: Geometry = {
    strides: attributes.strides as number[] | undefined ?? [1, 1],
    dilations: attributes.dilations as number[] | undefined ?? [1, 1],
    pads: attributes.pads as number[] | undefined ?? [0, 0, 0, 0],
    group: Number(attributes.group ?? 1),
  }
  return [
    wanted[0] ? byInput(x, weights, upstream, geometry) : undefined,
    wanted[1] ? byWeights(x, weights, upstream, geometry) : undefined,
    wanted[2] ? graph.add('ReduceSum', [upstream, graph.integers([0, 2, 3])], { keepdims: 0 }) : undefined,
  ]
}

function byInput(x: Value, weights: Value, upstream: Value, { strides, dilations, pads, group }: Geometry): Value {
  const kernel = knownSizes(weights.shape, 'a gradient').slice(2)
  const sizes = knownSizes(x.shape, 'a gradient').slice(2)
  const counts = knownSizes(upstream.shape, 'a gradient').slice(2)
  // Places at the far edge that no window reached.
  const unreached = sizes.map((size, axis) =>
    size + pads[axis] + pads[axis + 2] - (counts[axis] - 1) * strides[axis] - dilations[axis] * (kernel[axis] - 1) - 1)
  return upstream.graph.add('ConvTranspose', [upstream, weights], { strides, dilations, pads, group, output_padding: unreached })
}

/** Each weight sees a picture where its window stood: a convolution by the gradient, with strides and gaps changing places. */
function byWeights(x: Value, weights: Value, upstream: Value, geometry: Geometry): Value {
  const { graph } = upstream
  const { group } = geometry
  const [batch, channels, height, width] = knownSizes(x.shape, 'a gradient')
  const [out, perGroup, ...kernel] = knownSizes(weights.shape, 'a gradient')
  const counts = knownSizes(upstream.shape, 'a gradient').slice(2)
  if (perGroup === 1) {
    const planes = graph.add('Reshape', [x, graph.integers([1, batch * channels, height, width])])
    const windows = graph.add('Reshape', [upstream, graph.integers([batch * out, 1, ...counts])])
    const each = turned(planes, windows, geometry, batch * channels, kernel)
    return graph.add('ReduceSum', [
      graph.add('Reshape', [each, graph.integers([batch, out, 1, ...kernel])]),
      graph.integers([0]),
    ], { keepdims: 0 })
  }
  const parts = Array.from({ length: group }, (_, at) => {
    const pictures = swapped(channelsOf(x, at * perGroup, perGroup, channels))
    const windows = swapped(channelsOf(upstream, at * out / group, out / group, out))
    return swapped(turned(pictures, windows, geometry, 1, kernel))
  })
  return parts.length === 1 ? parts[0] : graph.add('Concat', parts, { axis: 0 })
}

function turned(pictures: Value, windows: Value, { strides, dilations, pads }: Geometry, group: number, kernel: number[]): Value {
  const { graph } = windows
  const found = graph.add('Conv', [pictures, windows], { strides: dilations, dilations: strides, pads, group })
  const sizes = knownSizes(found.shape, 'a gradient').slice(2)
  // Where the strides do not use up the picture, windows fit further than the kernel reaches.
  return sizes.every((size, axis) => size === kernel[axis])
    ? found
    : graph.add('Slice', [found, graph.integers([0, 0]), graph.integers(kernel), graph.integers([2, 3])])
}

function swapped(x: Value): Value {
  return x.graph.add('Transpose', [x], { perm: [1, 0, 2, 3] })
}

function channelsOf(x: Value, from: number, count: number, all: number): Value {
  const { graph } = x
  return count === all
    ? x
    : graph.add('Slice', [x, graph.integers([from]), graph.integers([from + count]), graph.integers([1])])
}
