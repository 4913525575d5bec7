import type { Size } from '#main/graph/shapes'
import type { Attributes } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'

/** How many places a window takes along each spatial axis of a convolution or pooling; partial ones count with ceil_mode. */
export function windowCounts(spatial: readonly Size[], kernel: readonly number[], attributes: Attributes): Size[] {
  const strides = attributes.strides as number[] | undefined ?? spatial.map(() => 1)
  const dilations = attributes.dilations as number[] | undefined ?? spatial.map(() => 1)
  const pads = attributes.pads as number[] | undefined ?? [
    ...spatial,
    ...spatial,
  ].map(() => 0)
  if (kernel.length !== spatial.length || pads.length !== 2 * spatial.length)
    throw new GraphMistake(`a window of ${kernel.length} axes over ${spatial.length}`)
  return spatial.map((size, axis) => {
    if (typeof size === 'string')
      return '?'
    const reach = dilations[axis] * (kernel[axis] - 1) + 1
    const steps = (size + pads[axis] + pads[axis + spatial.length] - reach) / strides[axis]
    if (steps < 0)
      throw new GraphMistake(`a window of ${reach} does not fit ${size}`)
    return (attributes.ceil_mode
      ? Math.ceil(steps)
      : Math.floor(steps)) + 1
  })
}
