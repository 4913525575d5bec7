import { silhouetteFromSums } from '#main/matrix/silhouette-from-sums'

/** How well held-out photos lie in a space. */
export interface HeldOutQuality {
  /** The mean silhouette of held-out photos among the labelled photos that were not held out. */
  silhouette: number
  /** The share of held-out photos whose nearest such photo has their label. */
  accuracy: number
}

/** Each labelled photo as it was measured while it was held out; NaN for one that never was. */
export interface HeldOutScores {
  /** [n]: its silhouette. */
  readonly silhouettes: Float64Array
  /** [n]: 1 where the nearest has its label. */
  readonly right: Float64Array
}

export function emptyScores(count: number): HeldOutScores {
  return {
    silhouettes: new Float64Array(count).fill(Number.NaN),
    right: new Float64Array(count).fill(Number.NaN),
  }
}

/**
 * Measures the photos of one fold against those of the others, and writes down what it finds.
 *
 * @param into where it writes
 * @param labels the labelled photos
 * @param labels.classes the class of each
 * @param labels.classCount how many classes there are
 * @param labels.folds the fold of each
 * @param fold the fold held out
 * @param distance the distance of two labelled photos, by their numbers
 */
export function measureFold(
  into: HeldOutScores,
  { classes, classCount, folds }: { classes: ArrayLike<number>, classCount: number, folds: Int32Array },
  fold: number,
  distance: (i: number, j: number) => number,
): void {
  const count = folds.length
  const sizes = new Float64Array(classCount)
  for (let j = 0; j < count; j++) {
    sizes[classes[j]] += folds[j] === fold
      ? 0
      : 1
  }
  const sums = new Float64Array(classCount)
  for (let i = 0; i < count; i++) {
    if (folds[i] !== fold)
      continue
    sums.fill(0)
    let nearest = Number.POSITIVE_INFINITY
    let found = -1
    for (let j = 0; j < count; j++) {
      if (folds[j] === fold)
        continue
      const away = distance(i, j)
      sums[classes[j]] += away
      if (away < nearest) {
        nearest = away
        found = classes[j]
      }
    }
    // NaN would say that it was never held out.
    into.silhouettes[i] = silhouetteFromSums(sums, sizes, classes[i]) || 0
    into.right[i] = found === classes[i]
      ? 1
      : 0
  }
}

/** The means over the photos that were held out. */
export function qualityOf({ silhouettes, right }: HeldOutScores): HeldOutQuality {
  return {
    silhouette: meanOfKnown(silhouettes),
    accuracy: meanOfKnown(right),
  }
}

/** One number to choose by: accuracy and silhouette count alike. */
export function scoreOf(scores: HeldOutScores): number {
  const { silhouette, accuracy } = qualityOf(scores)
  return silhouette + accuracy
}

function meanOfKnown(values: Float64Array): number {
  const known = values.filter(value => !Number.isNaN(value))
  return known.length === 0
    ? 0
    : known.reduce((sum, value) => sum + value, 0) / known.length
}
