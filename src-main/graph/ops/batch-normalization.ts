import type { Operator } from '#main/graph/ops/operator'
import { GraphMistake } from '#main/graph/graph-mistake'
import { likeFirst } from '#main/graph/ops/rules'
import { showShape } from '#main/graph/shapes'

/** scale · (x − mean) / √(variance + epsilon) + bias per channel, with the statistics given. */
export const batchNormalization: Operator = {
  attributes: { epsilon: 'float', momentum: 'float', training_mode: 'int' },
  infer(inputs) {
    const odd = inputs.slice(1).find(({ shape }) => shape.length !== 1 || shape[0] !== inputs[0].shape[1])
    if (odd)
      throw new GraphMistake(`${odd.name} ${showShape(odd.shape)} does not fit ${showShape(inputs[0].shape)}`)
    return likeFirst(inputs)
  },
}
