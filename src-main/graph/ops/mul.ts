import type { Operator } from '#main/graph/ops/operator'
import { binaryGradient, broadcasting } from '#main/graph/ops/rules'

/** a · b. */
export const mul: Operator = {
  infer: broadcasting,
  gradient(step) {
    const { graph, inputs: [a, b], upstream } = step
    return binaryGradient(step, [
      () => graph.add('Mul', [upstream, b]),
      () => graph.add('Mul', [upstream, a]),
    ])
  },
}
