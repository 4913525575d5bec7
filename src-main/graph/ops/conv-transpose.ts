import type { Operator } from '#main/graph/ops/operator'
import { GraphMistake } from '#main/graph/graph-mistake'
import { knownSizes, showShape } from '#main/graph/shapes'

/** The convolution that leads back: [N, C, h, w] with weights [C, C′ / group, h, w] to [N, C′, H, W]. Needed for gradients only. */
export const convTranspose: Operator = {
  attributes: { dilations: 'ints', group: 'int', output_padding: 'ints', pads: 'ints', strides: 'ints' },
  infer([x, weights], { dilations = [1, 1], group = 1, output_padding: extra = [0, 0], pads = [0, 0, 0, 0], strides = [1, 1] }) {
    const [batch, channels, ...spatial] = x.shape
    const [from, perGroup, ...kernel] = knownSizes(weights.shape, 'a convolution')
    if (channels !== from)
      throw new GraphMistake(`weights ${showShape(weights.shape)} do not fit ${showShape(x.shape)}`)
    const sizes = knownSizes(spatial, 'a convolution back').map((size, axis) => {
      const [step, gap, more, before, after] = [strides, dilations, extra, pads, (pads as number[]).slice(2)].map(all => (all as number[])[axis])
      return (size - 1) * step - before - after + gap * (kernel[axis] - 1) + 1 + more
    })
    return [{ type: x.type, shape: [batch, perGroup * Number(group), ...sizes] }]
  },
}
