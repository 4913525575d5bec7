import type { Operator } from '#main/graph/ops/operator'
import { GraphMistake } from '#main/graph/graph-mistake'
import { convGradient } from '#main/graph/ops/conv-gradient'
import { windowCounts } from '#main/graph/ops/windows'
import { knownSizes, showShape } from '#main/graph/shapes'

/** Convolution of [N, C, H, W] with weights [C′, C / group, h, w] and an optional bias [C′]. */
export const conv: Operator = {
  attributes: {
    dilations: 'ints',
    group: 'int',
    kernel_shape: 'ints',
    pads: 'ints',
    strides: 'ints',
  },
  infer([x, weights, bias], attributes) {
    const [batch, channels, ...spatial] = x.shape
    const [out, perGroup, ...kernel] = knownSizes(weights.shape, 'a convolution')
    if (channels !== perGroup * Number(attributes.group ?? 1) || (bias && bias.shape[0] !== out))
      throw new GraphMistake(`weights ${showShape(weights.shape)} do not fit ${showShape(x.shape)}`)
    return [
      {
        type: x.type,
        shape: [
          batch,
          out,
          ...windowCounts(spatial, kernel, attributes),
        ],
      },
    ]
  },
  gradient: convGradient,
}
