import type { Operator } from '#main/graph/ops/operator'
import type { Graph } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { sameShape, showShape } from '#main/graph/shapes'

/** A body repeated: inputs are the count, a condition and the states; the body answers the condition, states and what is collected. */
export const loop: Operator = {
  attributes: { body: 'graph' },
  infer([count,, ...states], { body }) {
    const answers = (body as Graph).outputs.slice(1).map(({ value }) => value)
    states.forEach((state, at) => {
      if (state.type !== answers[at].type || !sameShape(state.shape, answers[at].shape))
        throw new GraphMistake(`a state ${showShape(state.shape)} comes back as ${showShape(answers[at].shape)}`)
    })
    const rounds = count.constant
      ? Number(count.constant.values[0])
      : 'rounds'
    return answers.map(({ type, shape }, at) => ({
      type,
      shape: at < states.length
        ? shape
        : [rounds, ...shape],
    }))
  },
}
