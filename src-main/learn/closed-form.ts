import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'
import { symmetricEigen } from '#main/matrix/symmetric-eigen'

/** How far the closed form trusts what: chosen by held-out labels. */
export interface Strength {
  /** 0 takes the within-class scatter as it is, 1 puts its mean in every direction. */
  shrink: number
  /** The part of the scatter that comes from nearest neighbours, against that from the labels. */
  local: number
}

export interface ClosedFormInputs {
  /** [n, M] float32: the labelled photos along the basis. */
  labelled: Matrix
  /** [n]: class of each, from 0. */
  classes: ArrayLike<number>
  classCount: number
  /** [M] float64: the variance of all photos along each direction of the basis, in which they are uncorrelated. */
  variances: Float64Array
  /** [M, M] float64: the scatter between all photos and their nearest neighbours. */
  localScatter: Float64Array
}

export interface ClosedForm {
  /** [M, M] float32, symmetric: makes the blended within-class scatter round. */
  whitening: Matrix
  /** [M, D] float32, orthonormal columns: of the whitened space, those that tell classes apart first. */
  directions: Matrix
}

/**
 * A head without training. Features are whitened by a blend of the scatter within the labelled classes and the
 * scatter between all photos and their nearest neighbours, shrunk towards a multiple of the identity; then the
 * directions that spread the class means, at most classes − 1, come first, and the principal directions of what all
 * photos have left fill the rest, which is what keeps classes apart that have no label yet.
 *
 * Source: Fisher's discriminant with the graph of Cai, He, Han 2007, Semi-Supervised Discriminant Analysis (equation
 * 12, there as a penalty), and the shrinkage of Ledoit, Wolf 2004 with a chosen intensity.
 */
export function closedForm(inputs: ClosedFormInputs, { shrink, local }: Strength, dimensions: number): ClosedForm {
  const { labelled: { columns: size }, variances } = inputs
  const { means, counts, scatter } = classStatistics(inputs)
  const blended = blend(scatter, inputs.localScatter, local, size)
  const { values, vectors } = symmetricEigen(blended, size)
  const average = 1 / size
  const whitening = spectral(vectors, values.map(value => 1 / Math.sqrt((1 - shrink) * Math.max(value, 0) + shrink * average)), size)

  const found = discriminants(times(means, whitening, size), counts, size).slice(0, dimensions)
  const missing = Math.min(dimensions, size) - found.length
  if (missing > 0) {
    const all = new Float64Array(size * size)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++)
        all[i * size + j] = whitening[i * size + j] * Math.sqrt(variances[i])
    }
    const { vectors: left } = symmetricEigen(outside(crossed(all, size), found, size), size)
    for (let c = 0; c < missing; c++)
      found.push(left.subarray(c * size, (c + 1) * size))
  }
  const directions = matrix(size, found.length)
  found.forEach((direction, c) => direction.forEach((value, i) => directions.values[i * found.length + c] = value))
  return {
    whitening: matrix(size, size, Float32Array.from(whitening)),
    directions,
  }
}

function classStatistics({ labelled: { rows, columns, values }, classes, classCount }: ClosedFormInputs) {
  const counts = new Float64Array(classCount)
  const means = new Float64Array(classCount * columns)
  for (let i = 0; i < rows; i++) {
    counts[classes[i]]++
    for (let d = 0; d < columns; d++)
      means[classes[i] * columns + d] += values[i * columns + d]
  }
  for (let at = 0; at < means.length; at++)
    means[at] /= Math.max(counts[Math.floor(at / columns)], 1)
  const scatter = new Float64Array(columns * columns)
  const away = new Float64Array(columns)
  for (let i = 0; i < rows; i++) {
    for (let d = 0; d < columns; d++)
      away[d] = values[i * columns + d] - means[classes[i] * columns + d]
    addOuter(scatter, away, 1)
  }
  return { means, counts, scatter }
}

function addOuter(to: Float64Array, of: Float64Array, weight: number): void {
  const size = of.length
  for (let i = 0; i < size; i++) {
    const scaled = of[i] * weight
    for (let j = 0, at = i * size; j < size; j++, at++)
      to[at] += scaled * of[j]
  }
}

/** Both scatters with trace 1, mixed; one that is zero leaves all to the other. */
function blend(scatter: Float64Array, localScatter: Float64Array, local: number, size: number): Float64Array {
  const traces = [scatter, localScatter].map((of) => {
    let sum = 0
    for (let i = 0; i < size; i++)
      sum += of[i * (size + 1)]
    return sum
  })
  const share = traces[0] <= 0
    ? 1
    : traces[1] <= 0
      ? 0
      : local
  const [byLabels, byNeighbours] = [(1 - share) / (traces[0] || 1), share / (traces[1] || 1)]
  return scatter.map((value, at) => value * byLabels + localScatter[at] * byNeighbours)
}

/** Σ fᵢ vᵢvᵢᵀ. */
function spectral(vectors: Float64Array, factors: Float64Array, size: number): Float64Array {
  const of = new Float64Array(size * size)
  for (let c = 0; c < size; c++)
    addOuter(of, vectors.subarray(c * size, (c + 1) * size), factors[c])
  return of
}

function times(rows: Float64Array, by: Float64Array, size: number): Float64Array {
  const product = new Float64Array(rows.length)
  for (let row = 0; row < rows.length; row += size) {
    for (let i = 0; i < size; i++) {
      const scale = rows[row + i]
      for (let j = 0; j < size; j++)
        product[row + j] += scale * by[i * size + j]
    }
  }
  return product
}

/**
 * The directions that spread the class means, the widest first, orthonormal: at most classes − 1. Through the K × K
 * products of the weighted means, which are few.
 */
function discriminants(means: Float64Array, counts: Float64Array, size: number): Float64Array[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const middle = new Float64Array(size)
  counts.forEach((count, at) => {
    for (let d = 0; d < size; d++)
      middle[d] += count / total * means[at * size + d]
  })
  const spread = Array.from(counts, (count, at) => {
    const scale = Math.sqrt(count / total)
    return Float64Array.from(middle, (value, d) => scale * (means[at * size + d] - value))
  })
  const classes = spread.length
  const products = new Float64Array(classes * classes)
  for (let a = 0; a < classes; a++) {
    for (let b = 0; b < classes; b++)
      products[a * classes + b] = dot(spread[a], spread[b])
  }
  const { values, vectors } = symmetricEigen(products, classes)
  const found: Float64Array[] = []
  for (let c = 0; c < classes && values[c] > values[0] * 1e-6; c++) {
    const direction = new Float64Array(size)
    for (let a = 0; a < classes; a++)
      spread[a].forEach((value, d) => direction[d] += vectors[c * classes + a] * value)
    for (const before of found) {
      const along = dot(direction, before)
      before.forEach((value, d) => direction[d] -= along * value)
    }
    const length = Math.sqrt(dot(direction, direction))
    found.push(direction.map(value => value / length))
  }
  return found
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, d) => sum + value * b[d], 0)
}

/** AᵀA. */
function crossed(of: Float64Array, size: number): Float64Array {
  const square = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    addOuter(square, of.subarray(i * size, (i + 1) * size), 1)
  return square
}

/** (I − BBᵀ) A (I − BBᵀ) for orthonormal directions B, which themselves become the last, with eigenvalues below zero. */
function outside(of: Float64Array, found: Float64Array[], size: number): Float64Array {
  const rest = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    rest[i * (size + 1)] = 1
  found.forEach(direction => addOuter(rest, direction, -1))
  const left = times(times(rest, of, size), rest, size)
  let trace = 0
  for (let i = 0; i < size; i++)
    trace += left[i * (size + 1)]
  found.forEach((direction, c) => addOuter(left, direction, -(c + 1) * trace / size))
  return left
}
