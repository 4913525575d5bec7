import type { Operator } from '#main/graph/ops/operator'
import { binaryGradient, broadcasting } from '#main/graph/ops/rules'

/** a + b. */
export const add: Operator = {
  infer: broadcasting,
  gradient: step => binaryGradient(step, [
    () => step.upstream,
    () => step.upstream,
  ]),
}
