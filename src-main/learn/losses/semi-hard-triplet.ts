import type { Value } from '#main/graph/value'
import type { Loss } from '#main/learn/losses/loss'
import { greater, larger, minus, plus, product, sumOver, times, transposed, unitRows } from '#main/graph/formulas'
import { beyond, otherClass, sameClass } from '#main/learn/losses/pairs'
import { isOver, leastOver, meanWhere, mostOver } from '#main/learn/losses/reductions'

const margin = 0.2

/**
 * Triplet loss with, for every pair of one label, the nearest stranger that is farther than the fellow; where there is
 * none, the farthest. Every pair is held against every stranger, [N, N, N], so that a batch has at most 64 photos:
 * a megabyte.
 */
export const semiHardTriplet: Loss = {
  id: 'semi-hard-triplet',
  title: 'Triplet, semi-hard',
  sentence: 'Pushes away the nearest stranger that is not yet nearer than a fellow.',
  formula: 'mean over pairs (a, p) of one label of max(0, 0.2 + d²(a, p) − d²(a, n)),  d²(a, n) the least above d²(a, p), or the largest where none is; on unit vectors, batches of at most 64',
  source: 'Schroff, Kalenichenko, Philbin 2015, FaceNet: A Unified Embedding for Face Recognition and Clustering, equation 4',
  mostRows: 64,
  build: ({ embedding, oneHot }) => {
    const unit = unitRows(embedding)
    const squares = minus(2, times(product(unit, transposed(unit)), 2))
    const same = sameClass(oneHot)
    const other = otherClass(oneHot)
    const toStranger = between(plus(squares, times(minus(1, other), beyond)), 1)
    const { graph } = toStranger
    const farther = graph.add('Where', [greater(toStranger, between(squares, 2)), toStranger, graph.number(beyond, toStranger.type)])
    const nearest = leastOver(farther, 2)
    const found = graph.add('Squeeze', [nearest, graph.integers([2])])
    const stranger = graph.add('Where', [greater(found, beyond / 2), mostOver(times(squares, other), 1), found])
    const able = times(same, isOver(sumOver(other, 1), 0.5))
    return meanWhere(larger(plus(minus(squares, stranger), margin), 0), able)
  },
}

/** [N, N] with an axis of one put between. */
function between(x: Value, axis: number): Value {
  return x.graph.add('Unsqueeze', [x, x.graph.integers([axis])])
}
