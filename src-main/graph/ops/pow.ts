import type { Operator } from '#main/graph/ops/operator'
import type { Value } from '#main/graph/value'
import { binaryGradient, broadcasting } from '#main/graph/ops/rules'

/** aᵇ; the gradient by b needs a > 0. */
export const pow: Operator = {
  infer: inputs => [
    { type: inputs[0].type, shape: broadcasting(inputs)[0].shape },
  ],
  gradient(step) {
    const { graph, inputs: [a, b], outputs, upstream } = step
    const lower = (): Value => graph.add('Pow', [
      a,
      graph.add('Sub', [
        b,
        graph.number(1, b.type),
      ]),
    ])
    return binaryGradient(step, [
      () => graph.add('Mul', [
        upstream,
        graph.add('Mul', [
          b,
          lower(),
        ]),
      ]),
      () => graph.add('Mul', [
        upstream,
        graph.add('Mul', [
          outputs[0],
          graph.add('Log', [a]),
        ]),
      ]),
    ])
  },
}
