import type { Value } from '#main/graph/value'
import type { Loss } from '#main/learn/losses/loss'
import { greater, indicator, larger, less, mean, minus, over, pairwiseDistances, plus, product, sumOver, times, transposed, unitRows } from '#main/graph/formulas'
import { tensor } from '#main/graph/tensor'

/** How the silhouette measures: straight through the embedding, or by 1 − the cosine of the angle. */
type Distance = (embedding: Value) => Value

/** More than any distance: what keeps a row's own class, and classes without a row, from being the nearest other. */
const beyond = 1e30

/** One minus the mean silhouette of the batch, halved: from 0, all classes compact and apart, to 1. */
export const silhouette = silhouetteBy({
  id: 'silhouette',
  title: 'Silhouette',
  sentence: 'Brings every photo nearer to its own label than to the next one.',
}, pairwiseDistances)

/** The same by angles, which does not care how long vectors are. */
export const cosineSilhouette = silhouetteBy({
  id: 'cosine-silhouette',
  title: 'Silhouette of angles',
  sentence: 'Turns every photo towards its own label and away from the next one, whatever the lengths.',
}, (embedding) => {
  const unit = unitRows(embedding)
  return minus(1, product(unit, transposed(unit)))
})

function silhouetteBy(name: Pick<Loss, 'id' | 'title' | 'sentence'>, distance: Distance): Loss {
  return {
    ...name,
    formula: '(1 − mean s) / 2,  s = (b − a) / max(a, b)',
    source: 'Rousseeuw 1987, Silhouettes: a graphical aid to the interpretation and validation of cluster analysis; as a loss: The Silhouette Loss Function, 2019',
    build: ({ embedding, oneHot }) => {
      const distances = times(distance(embedding), notItself(embedding))
      const sizes = sumOver(oneHot, 0)
      const sums = product(distances, oneHot)
      const own = product(oneHot, transposed(sizes))
      const a = over(sumOver(times(sums, oneHot), 1), larger(minus(own, 1), 1))
      const excluded = plus(oneHot, indicator(less(sizes, 0.5), sizes))
      const toOthers = plus(over(sums, larger(sizes, 1)), times(excluded, beyond))
      const { graph } = toOthers
      const b = graph.add('ReduceMin', [
        toOthers,
        graph.integers([1]),
      ], { keepdims: 1 })
      // A class of one row, and a batch of one class, have no silhouette: it counts as 0 and pulls nowhere.
      const counts = times(indicator(greater(own, 1.5), own), indicator(less(b, beyond / 2), b))
      const s = times(over(minus(b, a), larger(larger(a, b), 1e-12)), counts)
      return times(minus(1, mean(s)), 0.5)
    },
  }
}

/** [N, N]: 0 on the diagonal, 1 elsewhere. */
function notItself({ graph, type, shape: [rows] }: Value): Value {
  const count = Number(rows)
  const values = (type === 'float64'
    ? new Float64Array(count * count)
    : new Float32Array(count * count)).fill(1)
  for (let i = 0; i < count; i++)
    values[i * count + i] = 0
  return graph.constant(tensor(type, [count, count], values))
}
