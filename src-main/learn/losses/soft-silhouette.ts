import type { Value } from '#main/graph/value'
import type { Loss } from '#main/learn/losses/loss'
import { larger, mean, minus, over, sumOver, times } from '#main/graph/formulas'
import { classDistances } from '#main/learn/losses/class-distances'
import { euclideanDistanceSums } from '#main/learn/losses/distance-sums'

/** How sharp the soft extremes are: boundless, and they are the hard ones. */
const power = 8

/**
 * The silhouette with a soft nearest class and a soft maximum, so that every class of the batch pulls and not the
 * nearest alone. What is softened is the logarithm of the distances: the loss stays the same at every scale, as the
 * silhouette does.
 *
 * The paper's abstract and summaries of it tell of a soft minimum and a log-sum-exp with a temperature. Its equations
 * could not be read when this was written; these are derived from the silhouette and need not be the paper's.
 */
export const softSilhouette: Loss = {
  id: 'soft-silhouette',
  title: 'Soft silhouette',
  sentence: 'Brings every photo nearer to its own label than to all others, the nearer ones above all.',
  formula: '(1 − mean s) / 2,  s = (b − a) / (a⁸ + b⁸)^⅛,  b = Σ over k ≠ y of d_k⁻⁷ / Σ over k ≠ y of d_k⁻⁸,  d_k the mean distance to label k',
  source: 'After the idea of Todescato, Carbonera 2026, Silhouette Loss, arXiv 2604.08573. Its equations could not be checked; these are our own',
  build: ({ embedding, oneHot }) => {
    const { own, byClass, isOther, hasBoth } = classDistances(euclideanDistanceSums(embedding, oneHot), oneHot)
    const scores = minus(times(logarithm(byClass), -power), times(minus(1, isOther), 1e9))
    const shares = scores.graph.add('Softmax', [scores], { axis: 1 })
    const b = sumOver(times(shares, byClass), 1)
    const both = own.graph.add('Concat', [times(logarithm(own), power), times(logarithm(b), power)], { axis: 1 })
    // log(a⁸ + b⁸), by way of the log-softmax, which does not overflow.
    const sum = meanOfBoth(minus(both, both.graph.add('LogSoftmax', [both], { axis: 1 })))
    const most = sum.graph.add('Exp', [times(sum, 1 / power)])
    return times(minus(1, mean(times(over(minus(b, own), most), hasBoth))), 0.5)
  },
}

function logarithm(x: Value): Value {
  return x.graph.add('Log', [larger(x, 1e-6)])
}

/** [N, 2], both columns the same: [N, 1]. */
function meanOfBoth(x: Value): Value {
  return times(sumOver(x, 1), 0.5)
}
