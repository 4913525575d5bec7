import type { Value } from '#main/graph/value'
import { larger, over, plus, root, times } from '#main/graph/formulas'

/**
 * Gradients that are longer than `most`, all of them together, scaled down to that length; shorter ones as they are.
 * Source: Pascanu, Mikolov, Bengio 2013, On the difficulty of training recurrent neural networks, algorithm 1.
 */
export function clipGradients(gradients: readonly Value[], most: number): Value[] {
  const length = root(gradients
    .map(each => each.graph.add('ReduceSum', [times(each, each)], { keepdims: 0 }))
    .reduce((sum, squares) => plus(sum, squares)))
  const scale = over(most, larger(length, most))
  return gradients.map(each => times(each, scale))
}
