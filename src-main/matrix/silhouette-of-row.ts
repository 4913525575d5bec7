import type { Matrix } from '#main/matrix/matrix'
import { squaredDistance } from '#main/matrix/distance'
import { pace } from '#main/matrix/pace'
import { silhouetteFromSums } from '#main/matrix/silhouette-from-sums'

const rowsAtATime = 2_000

/**
 * The Euclidean silhouette of one labelled row: what `silhouetteScores` gives it, without measuring all the others.
 * `rows` are the labelled rows of the space, `classes` their classes from 0 in the same order, `at` the place of the
 * one wanted among them. 0 for the only row of its class, and where there is a single class. O(L·D).
 */
export async function silhouetteOfRow({ columns, values }: Matrix, rows: Int32Array, classes: Int32Array, at: number): Promise<number> {
  const rest = pace('Measuring a silhouette')
  const classCount = classes.reduce((most, one) => Math.max(most, one + 1), 0)
  const sums = new Float64Array(classCount)
  const sizes = new Float64Array(classCount)
  for (let i = 0; i < rows.length; i++) {
    if (i % rowsAtATime === 0)
      await rest()
    sums[classes[i]] += Math.sqrt(squaredDistance(values, rows[at] * columns, values, rows[i] * columns, columns))
    sizes[classes[i]]++
  }
  // Itself, at no distance.
  sizes[classes[at]]--
  return silhouetteFromSums(sums, sizes, classes[at])
}
