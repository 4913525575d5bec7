import type { Operator } from '#main/graph/ops/operator'
import { windowCounts } from '#main/graph/ops/windows'

/** The largest of each window of [N, C, H, W]. */
export const maxPool: Operator = {
  attributes: {
    ceil_mode: 'int',
    dilations: 'ints',
    kernel_shape: 'ints',
    pads: 'ints',
    strides: 'ints',
  },
  infer([x], attributes) {
    const [batch, channels, ...spatial] = x.shape
    return [
      {
        type: x.type,
        shape: [
          batch,
          channels,
          ...windowCounts(spatial, attributes.kernel_shape as number[], attributes),
        ],
      },
    ]
  },
}
