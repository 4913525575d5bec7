import type { ElementType } from '#main/graph/element-types'
import type { Operator } from '#main/graph/ops/operator'

/** The same numbers in another type; `to` is its name. No gradient passes through whole numbers. */
export const cast: Operator = {
  attributes: { to: 'type' },
  infer: ([x], { to }) => [
    { type: to as ElementType, shape: x.shape },
  ],
  gradient({ graph, inputs: [x], upstream }) {
    return [
      x.type.startsWith('float') && upstream.type.startsWith('float')
        ? graph.add('Cast', [upstream], { to: x.type })
        : undefined,
    ]
  },
}
