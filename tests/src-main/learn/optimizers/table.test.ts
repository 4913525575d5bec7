import type { OptimizerId } from '#main/learn/optimizers/table'
import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats, scalar } from '#main/graph/tensor'
import { optimizers } from '#main/learn/optimizers/table'

/** Each written out for one number: the weight after the gradients given, at rate 0.1. */
const byHand: Record<OptimizerId, (weight: number, gradients: number[]) => number> = {
  adam: (weight, gradients) => {
    let [first, second] = [0, 0]
    gradients.forEach((gradient, at) => {
      first = 0.9 * first + 0.1 * gradient
      second = 0.999 * second + 0.001 * gradient ** 2
      weight -= 0.1 * (first / (1 - 0.9 ** (at + 1))) / (Math.sqrt(second / (1 - 0.999 ** (at + 1))) + 1e-8)
    })
    return weight
  },
  sgd: (weight, gradients) => {
    let velocity = 0
    for (const gradient of gradients) {
      velocity = 0.9 * velocity + gradient
      weight -= 0.1 * velocity
    }
    return weight
  },
}

describe('every optimizer', () => {
  for (const id of Object.keys(optimizers) as OptimizerId[]) {
    it(`${id} moves a weight as its algorithm says`, async () => {
      const { slots, update, rateAt } = optimizers[id]
      const graph = new GraphBuilder()
      const [weight, gradient, rate] = ['weight', 'gradient', 'rate'].map(name => graph.input(name, 'float32', []))
      const kept = Array.from({ length: slots }, (_, at) => graph.input(`slot${at}`, 'float32', []))
      const next = update(weight, gradient, kept, rate)
      graph.output(next.weight, 'weight.next')
      next.slots.forEach((slot, at) => graph.output(slot, `slot${at}.next`))
      const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
      const gradients = [1, -0.5, 2, 2, 0.1]
      let state: Record<string, ReturnType<typeof scalar>> = { weight: floats([], [3]) }
      for (let at = 0; at < slots; at++)
        state[`slot${at}`] = scalar(0)
      for (const [at, value] of gradients.entries()) {
        const got = await session.run({ ...state, gradient: scalar(value), rate: scalar(rateAt(at + 1, 0.1)) })
        state = Object.fromEntries(Object.keys(state).map(name => [name, got[`${name}.next`]]))
      }
      await session.release()
      expect(Number(state.weight.values[0])).toBeCloseTo(byHand[id](3, gradients), 5)
    })
  }
})
