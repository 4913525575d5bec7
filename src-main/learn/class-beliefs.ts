import type { Matrix } from '#main/matrix/matrix'
import { squaredDistance } from '#main/matrix/distance'
import { matrix, rowOf } from '#main/matrix/matrix'

/** Labelled photos and their classes, from 0. */
export interface LabelledRows {
  rows: ArrayLike<number>
  classes: ArrayLike<number>
  classCount: number
}

/**
 * What each photo is by the class means alone: softmax of −d² to each mean, on the scale of how far the second class
 * usually is behind the first. In a space whitened by the scatter within classes this is Fisher's discriminant.
 *
 * @returns [N, K] float32, rows of sum 1; 0 for a class without a photo
 */
export function classBeliefs(space: Matrix, { rows, classes, classCount }: LabelledRows): Float32Array {
  const means = matrix(classCount, space.columns)
  const counts = new Float64Array(classCount)
  for (let at = 0; at < rows.length; at++) {
    const mean = rowOf(means, classes[at])
    counts[classes[at]]++
    rowOf(space, rows[at]).forEach((value, d) => mean[d] += value)
  }
  for (let c = 0; c < classCount; c++) {
    const mean = rowOf(means, c)
    for (let d = 0; d < mean.length; d++)
      mean[d] /= Math.max(counts[c], 1)
  }
  const beliefs = new Float32Array(space.rows * classCount)
  const gaps = new Float64Array(space.rows)
  for (let i = 0; i < space.rows; i++) {
    let first = Number.POSITIVE_INFINITY
    let second = Number.POSITIVE_INFINITY
    for (let c = 0; c < classCount; c++) {
      const away = counts[c] > 0
        ? squaredDistance(space.values, i * space.columns, means.values, c * space.columns, space.columns)
        : Number.POSITIVE_INFINITY
      beliefs[i * classCount + c] = away
      if (away < first)
        [first, second] = [away, first]
      else if (away < second)
        second = away
    }
    gaps[i] = second - first
    for (let c = 0; c < classCount; c++)
      beliefs[i * classCount + c] -= first
  }
  const scale = gaps.toSorted()[Math.floor(gaps.length / 2)] || 1
  for (let i = 0; i < space.rows; i++) {
    let sum = 0
    for (let at = i * classCount; at < (i + 1) * classCount; at++)
      sum += beliefs[at] = Math.exp(-beliefs[at] / scale)
    for (let at = i * classCount; at < (i + 1) * classCount; at++)
      beliefs[at] /= sum
  }
  return beliefs
}
