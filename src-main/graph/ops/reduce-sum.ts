import type { Operator } from '#main/graph/ops/operator'
import { reducing, unreduced } from '#main/graph/ops/rules'
import { knownSizes } from '#main/graph/shapes'

/** The sum over axes. */
export const reduceSum: Operator = {
  attributes: { keepdims: 'int' },
  infer: reducing,
  gradient: step =>
    [
      step.graph.add('Expand', [
        unreduced(step, step.upstream),
        step.graph.integers(knownSizes(step.inputs[0].shape, 'a gradient')),
      ]),
    ],
}
