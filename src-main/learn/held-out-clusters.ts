import type { HeldOutScores } from '#main/learn/held-out'
import type { Matrix } from '#main/matrix/matrix'
import { clusterMiddles } from '#main/learn/cluster-middles'
import { emptyScores, measureFold } from '#main/learn/held-out'
import { squaredDistance } from '#main/matrix/distance'
import { largestIn } from '#main/matrix/largest-in'
import { matrix } from '#main/matrix/matrix'

/** Of the photos that were trained on, enough to measure against. */
const mostAgainst = 1500

/**
 * How clearly photos held out lie in clusters of others: each counts to the cluster with the nearest middle, and is
 * measured among the photos of all clusters as if that were its label.
 *
 * @param trained [N, D]
 * @param clusterOf [N]: the cluster of each
 * @param held [M, D]
 */
export function heldOutClusters(trained: Matrix, clusterOf: Int32Array, held: Matrix): HeldOutScores {
  const { columns } = trained
  const classCount = largestIn(clusterOf) + 1
  const clusters = clusterMiddles(trained, clusterOf, classCount)
  const against = Math.min(mostAgainst, trained.rows)
  const rows = matrix(held.rows + against, columns)
  rows.values.set(held.values)
  rows.values.set(trained.values.subarray(0, against * columns), held.values.length)
  const classes = new Int32Array(rows.rows)
  for (let i = 0; i < held.rows; i++)
    classes[i] = nearestOf(held, i, clusters)
  classes.set(clusterOf.subarray(0, against), held.rows)
  const folds = new Int32Array(rows.rows).fill(1).fill(0, 0, held.rows)
  const scores = emptyScores(rows.rows)
  measureFold(scores, { classes, classCount, folds }, 0, (i, j) => Math.sqrt(squaredDistance(rows.values, i * columns, rows.values, j * columns, columns)))
  return { silhouettes: scores.silhouettes.slice(0, held.rows), right: scores.right.slice(0, held.rows) }
}

function nearestOf({ columns, values }: Matrix, row: number, { middles, sizes }: ReturnType<typeof clusterMiddles>): number {
  let nearest = 0
  let least = Infinity
  for (let k = 0; k < middles.rows; k++) {
    const distance = squaredDistance(values, row * columns, middles.values, k * columns, columns)
    if (sizes[k] > 0 && distance < least) {
      least = distance
      nearest = k
    }
  }
  return nearest
}
