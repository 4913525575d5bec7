import type { Optimizer } from '#main/learn/optimizers/optimizer'
import { minus, over, plus, root, times } from '#main/graph/formulas'

const forget = 0.9
const forgetSquares = 0.999

/** Adam. The correction of its start is in the rate, so that the graph holds no powers. */
export const adam: Optimizer = {
  id: 'adam',
  source: 'Kingma, Ba 2015, Adam, algorithm 1 with the rate of section 2',
  slots: 2,
  rateAt: (step, rate) => rate * Math.sqrt(1 - forgetSquares ** step) / (1 - forget ** step),
  update: (weight, gradient, [first, second], rate) => {
    const mean = plus(times(first, forget), times(gradient, 1 - forget))
    const square = plus(times(second, forgetSquares), times(times(gradient, gradient), 1 - forgetSquares))
    return {
      weight: minus(weight, over(times(mean, rate), plus(root(square), 1e-8))),
      slots: [mean, square],
    }
  },
}
