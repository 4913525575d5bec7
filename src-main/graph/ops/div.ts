import type { Operator } from '#main/graph/ops/operator'
import { binaryGradient, broadcasting } from '#main/graph/ops/rules'

/** a / b. */
export const div: Operator = {
  infer: broadcasting,
  gradient(step) {
    const { graph, inputs: [, b], outputs, upstream } = step
    const byNumerator = graph.add('Div', [upstream, b])
    return binaryGradient(step, [
      () => byNumerator,
      () => graph.add('Neg', [
        graph.add('Mul', [byNumerator, outputs[0]]),
      ]),
    ])
  },
}
