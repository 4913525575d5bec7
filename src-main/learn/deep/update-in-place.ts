/** A rule that moves weights against their gradient, in place: what the optimizers of graphs do, for weights too large to be copied out of a graph. */
export interface InPlaceOptimizer {
  /** How many running values of a weight's size it keeps; they start at zero. */
  readonly slots: number
  readonly update: (weight: Float32Array, gradient: Float32Array, slots: readonly Float32Array[], rate: number, step: number) => void
}

const momentum = 0.9
const forget = 0.9
const forgetSquares = 0.999

/** Stochastic gradient descent with momentum, as PyTorch has it (Sutskever et al. 2013). */
const sgd: InPlaceOptimizer = {
  slots: 1,
  update(weight, gradient, [velocity], rate) {
    for (let i = 0; i < weight.length; i++) {
      const next = momentum * velocity[i] + gradient[i]
      velocity[i] = next
      weight[i] -= rate * next
    }
  },
}

/** Adam (Kingma, Ba 2015, algorithm 1). `step` counts from 1. */
const adam: InPlaceOptimizer = {
  slots: 2,
  update(weight, gradient, [first, second], rate, step) {
    const corrected = rate * Math.sqrt(1 - forgetSquares ** step) / (1 - forget ** step)
    for (let i = 0; i < weight.length; i++) {
      const mean = forget * first[i] + (1 - forget) * gradient[i]
      const square = forgetSquares * second[i] + (1 - forgetSquares) * gradient[i] * gradient[i]
      first[i] = mean
      second[i] = square
      weight[i] -= corrected * mean / (Math.sqrt(square) + 1e-8)
    }
  },
}

export const inPlaceOptimizers = { adam, sgd } as const satisfies Record<string, InPlaceOptimizer>

export type InPlaceOptimizerId = keyof typeof inPlaceOptimizers
