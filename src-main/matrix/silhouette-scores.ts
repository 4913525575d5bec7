import type { Matrix } from '#main/matrix/matrix'
import { dotProduct, squaredDistance } from '#main/matrix/distance'
import { pace } from '#main/matrix/pace'
import { silhouetteFromSums } from '#main/matrix/silhouette-from-sums'

/** How far apart two vectors are: straight through space, or 1 − the cosine of their angle. */
export type SilhouetteMetric = 'euclidean' | 'cosine'

export interface SilhouetteOptions {
  metric?: SilhouetteMetric
  signal?: AbortSignal
}

/**
 * The silhouette of every labelled row, exactly: s = (b − a) / max(a, b), with a the mean distance to the other rows of
 * its own class and b the least mean distance to the rows of another class (Rousseeuw 1987). A class of one row gets 0,
 * and so does everything where there is a single class. `classes` is [N], −1 for a row without a label: such a row
 * counts for nothing and gets NaN. Returns `[N] float64`. O(L²·D) for L labelled rows, each pair once.
 * @throws CANCELLED
 */
export async function silhouetteScores(
  of: Matrix,
  classes: ArrayLike<number>,
  { metric = 'euclidean', signal }: SilhouetteOptions = {},
): Promise<Float64Array> {
  const labelled = Array.from({ length: of.rows }, (_, i) => i).filter(i => classes[i] >= 0)
  const { classCount, classOf, sizes } = numbered(labelled.map(i => classes[i]))
  const sums = await distanceSums(of, labelled, classOf, classCount, metric, pace('Measuring silhouettes', signal))

  const scores = new Float64Array(of.rows).fill(Number.NaN)
  labelled.forEach((row, at) => {
    const own = classOf[at]
    sizes[own]--
    scores[row] = silhouetteFromSums(sums.subarray(at * classCount, (at + 1) * classCount), sizes, own)
    sizes[own]++
  })
  return scores
}

/** The mean over the rows that have a score; 0 where none has. */
export function meanSilhouette(scores: Float64Array): number {
  let sum = 0
  let count = 0
  for (const score of scores) {
    if (!Number.isNaN(score)) {
      sum += score
      count++
    }
  }
  return count === 0
    ? 0
    : sum / count
}

/** [L, C] float64: the sum of distances from each labelled row to the rows of each class. */
async function distanceSums(
  of: Matrix,
  labelled: number[],
  classOf: Int32Array,
  classCount: number,
  metric: SilhouetteMetric,
  rest: () => Promise<void>,
): Promise<Float64Array> {
  const { columns, values } = of
  const sums = new Float64Array(labelled.length * classCount)
  const inverse = metric === 'cosine'
    ? inverseLengths(of, labelled)
    : undefined
  for (let i = 0; i < labelled.length; i++) {
    await rest()
    const start = labelled[i] * columns
    for (let j = i + 1; j < labelled.length; j++) {
      const other = labelled[j] * columns
      const distance = inverse
        ? 1 - dotProduct(values, start, values, other, columns) * inverse[i] * inverse[j]
        : Math.sqrt(squaredDistance(values, start, values, other, columns))
      sums[i * classCount + classOf[j]] += distance
      sums[j * classCount + classOf[i]] += distance
    }
  }
  return sums
}

function inverseLengths({ columns, values }: Matrix, rows: number[]): Float64Array {
  return Float64Array.from(rows, (row) => {
    const length = Math.sqrt(dotProduct(values, row * columns, values, row * columns, columns))
    return length > 0
      ? 1 / length
      : 0
  })
}

/** Classes renumbered 0, 1, 2 … in the order they first appear. */
function numbered(classes: number[]) {
  const numbers = new Map<number, number>()
  const sizes: number[] = []
  const classOf = Int32Array.from(classes, (name) => {
    let number = numbers.get(name)
    if (number === undefined) {
      number = numbers.size
      numbers.set(name, number)
      sizes.push(0)
    }
    sizes[number]++
    return number
  })
  return { classCount: numbers.size, classOf, sizes }
}
