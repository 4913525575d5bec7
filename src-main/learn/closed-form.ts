import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { classDirections } from '#main/learn/class-directions'
import { inverseFactor } from '#main/learn/inverse-factor'
import { matrix } from '#main/matrix/matrix'
import { unitLength } from '#main/matrix/unit-length'

/** How far the closed form trusts what: chosen by held-out labels. */
export interface Strength {
  /** 0 takes the within-class scatter as it is, 1 puts its mean in every direction. */
  shrink: number
  /** So many labelled photos, beyond the first of each class, say as much as the photos' nearest neighbours do. */
  neighbours: number
}

export interface ClosedFormInputs {
  /** [n, M] float32: the labelled photos along the basis. */
  labelled: Matrix
  /** [n]: class of each, from 0. */
  classes: ArrayLike<number>
  classCount: number
  /** [S, M] float32: photos of all kinds along the basis, by which directions are told that no label speaks of. */
  sample: Matrix
  /** [M, M] float64: the scatter between all photos and their nearest neighbours. */
  localScatter: Float64Array
}

/** A head without training: photos along the basis are whitened, scaled to unit length, and mapped. */
export interface ClosedForm {
  /** [M, M] float32, upper triangular: makes the blended within-class scatter round. */
  whitening: Matrix
  /** [M, D] float32: of the whitened space, those that tell classes apart first, and longer than the others. */
  directions: Matrix
}

/**
 * Features are whitened by a blend of the scatter within the labelled classes and the scatter between all photos and
 * their nearest neighbours, shrunk towards a multiple of the identity. What remains is a direction, as length says
 * little after a whitening; of these, the differences that tell the classes apart count more (`class-directions.ts`).
 *
 * Source: Fisher's discriminant with the graph of Cai, He, Han 2007, Semi-Supervised Discriminant Analysis (equation
 * 12, there as a penalty), and the shrinkage of Ledoit, Wolf 2004 with a chosen intensity.
 */
export async function closedForm(inputs: ClosedFormInputs, strength: Strength, dimensions: number, products: MatrixProducts): Promise<ClosedForm> {
  const { labelled, classes, classCount, sample } = inputs
  const whitening = inverseFactor(blendedScatter(inputs, strength))
  const sphered = await sphere(labelled, whitening, products)
  return { whitening, directions: await classDirections({ sphered, classes, classCount, dimensions, sample: () => sphere(sample, whitening, products) }, products) }
}

/** Rows along the basis, whitened and scaled to unit length. */
export async function sphere(rows: Matrix, whitening: Matrix, products: MatrixProducts): Promise<Matrix> {
  return unitLength(await products.product(rows, whitening))
}

/** Rows along the basis, embedded by a closed form. */
export async function embedRows(rows: Matrix, { whitening, directions }: ClosedForm, products: MatrixProducts): Promise<Matrix> {
  return products.product(await sphere(rows, whitening, products), directions)
}

/** Both scatters with trace 1, mixed and shrunk; one that is zero leaves all to the other. */
function blendedScatter(inputs: ClosedFormInputs, { shrink, neighbours }: Strength): Matrix {
  const { labelled: { columns: size }, localScatter } = inputs
  const { scatter, freedom } = withinClasses(inputs)
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
      : neighbours / (neighbours + freedom)
  const [byLabels, byNeighbours] = [(1 - share) / (traces[0] || 1), share / (traces[1] || 1)]
  const blended = matrix(size, size)
  for (let at = 0; at < blended.values.length; at++) {
    const mixed = scatter[at] * byLabels + localScatter[at] * byNeighbours
    blended.values[at] = (1 - shrink) * mixed + (at % (size + 1) === 0 ? shrink / size : 0)
  }
  return blended
}

/** Σ (x − mean of its class)(x − mean of its class)ᵀ, [M, M] float64, and how many photos there are beyond the first of each class. */
function withinClasses({ labelled: { rows, columns, values }, classes, classCount }: ClosedFormInputs): { scatter: Float64Array, freedom: number } {
  const counts = new Float64Array(classCount)
  const means = new Float64Array(classCount * columns)
  for (let i = 0; i < rows; i++) {
    counts[classes[i]]++
    for (let d = 0; d < columns; d++)
      means[classes[i] * columns + d] += values[i * columns + d]
  }
  const scatter = new Float64Array(columns * columns)
  const away = new Float64Array(columns)
  for (let i = 0; i < rows; i++) {
    for (let d = 0; d < columns; d++)
      away[d] = values[i * columns + d] - means[classes[i] * columns + d] / counts[classes[i]]
    for (let a = 0; a < columns; a++) {
      for (let b = 0, at = a * columns; b < columns; b++, at++)
        scatter[at] += away[a] * away[b]
    }
  }
  return { scatter, freedom: rows - counts.filter(count => count > 0).length }
}
