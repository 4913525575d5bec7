import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { leadingDirections } from '#main/learn/leading-directions'
import { centre } from '#main/matrix/centre'
import { matrix, rowOf } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { symmetricEigen } from '#main/matrix/symmetric-eigen'

export interface ClassDirectionsInputs {
  /** Those that spread the class means, as `discriminants` finds them. */
  discriminants: readonly Float64Array[]
  /** M */
  size: number
  dimensions: number
  /** Photos of all kinds in the same space: asked for where not all directions are kept. */
  sample: () => Promise<Matrix>
}

/**
 * How much longer the directions are that tell the labelled classes apart. Labels weigh in the embedding by it: at 1
 * photos of one class are hardly nearer than before, and at 3 classes that have no label yet begin to mix.
 */
const emphasis = 1.5

/**
 * The directions [M, D] of an embedding, orthogonal: those that spread the class means, at most classes − 1, are 1.5
 * long, the others 1. Where all are kept, this is I + 0.5 PPᵀ; where not, the principal directions of what all photos
 * have left fill the rest, which is what keeps classes apart that have no label yet.
 */
export async function classDirections(inputs: ClassDirectionsInputs, products: MatrixProducts): Promise<Matrix> {
  const { size, dimensions } = inputs
  const found = inputs.discriminants.slice(0, dimensions)
  if (dimensions >= size)
    return stretched(found, size, products)
  const missing = dimensions - found.length
  if (missing > 0) {
    const sample = centre(await inputs.sample())
    const { values, columns } = await leadingDirections(outside(await products.productOfColumns(sample, sample), found), missing, products, random(0))
    for (let c = 0; c < missing; c++)
      found.push(Float64Array.from({ length: size }, (_, i) => values[i * columns + c]))
  }
  const directions = matrix(size, dimensions)
  found.forEach((direction, c) => {
    const length = c < dimensions - missing ? emphasis : 1
    direction.forEach((value, i) => directions.values[i * dimensions + c] = length * value)
  })
  return directions
}

/** I + (emphasis − 1) PPᵀ. */
async function stretched(found: Float64Array[], size: number, products: MatrixProducts): Promise<Matrix> {
  const along = asRows(found, size)
  const all = await products.productOfColumns(along, along)
  for (let at = 0; at < all.values.length; at++)
    all.values[at] *= emphasis - 1
  for (let i = 0; i < size; i++)
    all.values[i * (size + 1)] += 1
  return all
}

/** Directions of M values as rows [J, M] float32; a row of zeros where there are none. */
export function asRows(directions: readonly Float64Array[], size: number): Matrix {
  const rows = matrix(Math.max(1, directions.length), size)
  directions.forEach((direction, at) => rowOf(rows, at).set(direction))
  return rows
}

/**
 * The directions that spread the class means, the widest first, orthonormal: at most classes − 1. Through the K × K
 * products of the weighted means, which are few.
 *
 * @param sphered [n, M] float32: labelled photos, whitened, of unit length
 * @param classes [n]: class of each, from 0
 * @param classCount K
 */
export function discriminants(sphered: Matrix, classes: ArrayLike<number>, classCount: number): Float64Array[] {
  const spread = weightedMeans(sphered, classes, classCount)
  const products = new Float64Array(classCount * classCount)
  for (let a = 0; a < classCount; a++) {
    for (let b = 0; b < classCount; b++)
      products[a * classCount + b] = dot(spread[a], spread[b])
  }
  const { values, vectors } = symmetricEigen(products, classCount)
  const found: Float64Array[] = []
  for (let c = 0; c < Math.min(classCount, sphered.columns) && values[c] > values[0] * 1e-6; c++) {
    const direction = new Float64Array(sphered.columns)
    for (let a = 0; a < classCount; a++)
      addTo(direction, spread[a], vectors[c * classCount + a])
    for (const before of found)
      addTo(direction, before, -dot(direction, before))
    const length = Math.sqrt(dot(direction, direction))
    found.push(direction.map(value => value / length))
  }
  return found
}

/** How far the mean of each class is from the mean of all, times the square root of the class's share. */
function weightedMeans({ rows, columns, values }: Matrix, classes: ArrayLike<number>, classCount: number): Float64Array[] {
  const counts = new Float64Array(classCount)
  const middle = new Float64Array(columns)
  const means = Array.from({ length: classCount }, () => new Float64Array(columns))
  for (let i = 0; i < rows; i++) {
    counts[classes[i]]++
    for (let d = 0; d < columns; d++) {
      means[classes[i]][d] += values[i * columns + d]
      middle[d] += values[i * columns + d] / rows
    }
  }
  return means.map((sum, at) => {
    const scale = Math.sqrt(counts[at] / rows)
    return sum.map((value, d) => counts[at] > 0 ? scale * (value / counts[at] - middle[d]) : 0)
  })
}

/** (I − BBᵀ) A (I − BBᵀ) for orthonormal directions B. */
function outside({ rows: size, values }: Matrix, found: Float64Array[]): Matrix {
  const left = Float64Array.from(values)
  const image = new Float64Array(size)
  for (const direction of found) {
    // A ← A − b(Ab)ᵀ − (Ab)bᵀ + (bᵀAb) bbᵀ, one direction after another.
    for (let i = 0; i < size; i++)
      image[i] = dot(left.subarray(i * size, (i + 1) * size), direction)
    const along = dot(image, direction)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++)
        left[i * size + j] -= direction[i] * image[j] + image[i] * direction[j] - along * direction[i] * direction[j]
    }
  }
  return matrix(size, size, Float32Array.from(left))
}

function addTo(to: Float64Array, of: Float64Array, weight: number): void {
  for (let d = 0; d < to.length; d++)
    to[d] += weight * of[d]
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++)
    sum += a[d] * b[d]
  return sum
}
