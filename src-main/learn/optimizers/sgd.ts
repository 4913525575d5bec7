import type { Optimizer } from '#main/learn/optimizers/optimizer'
import { minus, plus, times } from '#main/graph/formulas'

const momentum = 0.9

/** Stochastic gradient descent with momentum. */
export const sgd: Optimizer = {
  id: 'sgd',
  title: 'Stochastic gradient descent with a momentum of 0.9',
  source: 'Sutskever et al. 2013, On the importance of initialization and momentum, in the form PyTorch uses',
  slots: 1,
  relativeRate: 10,
  ratesAt: (_, rate) => [rate],
  update: (weight, gradient, [velocity], [rate]) => {
    const next = plus(times(velocity, momentum), gradient)
    return { weight: minus(weight, times(next, rate)), slots: [next] }
  },
  move(weight, gradient, [velocity], [rate], scale) {
    for (let i = 0; i < weight.length; i++) {
      velocity[i] = momentum * velocity[i] + scale * gradient[i]
      weight[i] -= rate * velocity[i]
    }
  },
}
