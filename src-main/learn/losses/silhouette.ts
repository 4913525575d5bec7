import type { Value } from '#main/graph/value'
import type { Loss } from '#main/learn/losses/loss'
import { larger, mean, minus, over, plus, product, times, transposed, unitRows } from '#main/graph/formulas'
import { floats } from '#main/graph/tensor'
import { classDistances } from '#main/learn/losses/class-distances'
import { distanceSums, euclideanDistanceSums } from '#main/learn/losses/distance-sums'
import { beyond } from '#main/learn/losses/pairs'
import { leastOver } from '#main/learn/losses/reductions'

/** One minus the mean silhouette of the batch, halved: from 0, all classes compact and apart, to 1. */
export const silhouette: Loss = {
  id: 'silhouette',
  title: 'Silhouette',
  sentence: 'Brings every photo nearer to its own label than to the next one.',
  formula: '(1 − mean s) / 2,  s = (b − a) / max(a, b),  a and b the mean distances to the own label and to the nearest other; s = 0 for a label of one photo',
  source: 'Rousseeuw 1987, Silhouettes: a graphical aid to the interpretation and validation of cluster analysis; as a loss: The Silhouette Loss Function, 2019',
  build: ({ embedding, oneHot }) => silhouetteLoss(euclideanDistanceSums(embedding, oneHot), oneHot),
}

/** The same by angles, which does not care how long vectors are. */
export const cosineSilhouette: Loss = {
  id: 'cosine-silhouette',
  title: 'Silhouette of angles',
  sentence: 'Turns every photo towards its own label and away from the next one, whatever the lengths.',
  formula: 'as `silhouette`, of distances 1 − cos',
  source: 'As `silhouette`',
  build: ({ embedding, oneHot }) => {
    const unit = unitRows(embedding)
    return silhouetteLoss(distanceSums(minus(1, product(unit, transposed(unit))), oneHot), oneHot)
  },
}

/**
 * (1 − mean s) / 2 of the sums of distances to each class [N, K] and classes [N, K]. Its gradient is written out, as a batch
 * is small enough for the number of nodes to tell: with m = max(a, b), ∂s/∂a = −(1 − max(−s, 0)) / m and
 * ∂s/∂b = (1 − max(s, 0)) / m.
 */
export function silhouetteLoss(sums: Value, oneHot: Value): Value {
  const { own: a, byClass, isOther, hasBoth, fellows, sizes } = classDistances(sums, oneHot)
  const far = plus(byClass, times(minus(1, isOther), beyond))
  const b = leastOver(far, 1)
  const most = larger(larger(a, b), 1e-12)
  // A class of one row, and a batch of one class, have no silhouette: it counts as 0 and pulls nowhere.
  const s = times(over(minus(b, a), most), hasBoth)
  const loss = times(minus(1, mean(s)), 0.5)
  const { graph } = loss
  return graph.differentiateBy(loss, {
    inputs: [sums],
    gradient({ upstream }) {
      const share = over(times(hasBoth, times(upstream, 0.5 / Number(oneHot.shape[0]))), most)
      const byOwn = over(times(share, minus(1, graph.add('Relu', [graph.add('Neg', [s])]))), fellows)
      const byNext = times(share, minus(graph.add('Relu', [s]), 1))
      return [plus(times(oneHot, byOwn), over(times(leastOf(far), byNext), sizes))]
    },
  })
}

/** [N, K]: 1 where each row is least, at the first of equals. */
function leastOf(x: Value): Value {
  const { graph } = x
  const at = graph.add('ArgMin', [x], { axis: 1, keepdims: 0 })
  const is = graph.add('OneHot', [at, graph.number(Number(x.shape[1]), 'int64'), graph.constant(floats([2], [0, 1]))], { axis: 1 })
  // ONNX Runtime's OneHot knows no float64.
  return x.type === 'float32' ? is : graph.add('Cast', [is], { to: x.type })
}
