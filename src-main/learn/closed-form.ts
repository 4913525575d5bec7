import type { MatrixProducts } from '#main/learn/matrix-products'
import type { NeighbourPull } from '#main/learn/neighbour-pull'
import type { Matrix } from '#main/matrix/matrix'
import { GraphBuilder } from '#main/graph/builder'
import { product, unitRows } from '#main/graph/formulas'
import { asRows, classDirections, discriminants } from '#main/learn/class-directions'
import { inverseFactor } from '#main/learn/inverse-factor'
import { tensorOf } from '#main/learn/matrix-products'
import { neighbourPull, pulled } from '#main/learn/neighbour-pull'
import { matrix, rowsBetween } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'

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
  /** The scatter within the classes of the labelled photos, where it is known already. */
  within?: WithinScatter
}

/** How photos of a class differ. */
export interface WithinScatter {
  /** [M, M] float32 */
  scatter: Matrix
  /** How many photos there are beyond the first of each class. */
  freedom: number
}

/** A head without training: photos along the basis are whitened, scaled to unit length, and mapped. */
export interface ClosedForm {
  /** [M, M] float32, upper triangular: makes the blended within-class scatter round. */
  whitening: Matrix
  /** [M, D] float32: of the whitened space, those that tell classes apart first, and longer than the others. */
  directions: Matrix
  /** [J][M] float64: of the whitened space, those that tell the classes apart, of unit length. */
  discriminants: readonly Float64Array[]
  /** What draws photos towards their neighbours before they are mapped, where something does. */
  pull?: NeighbourPull
}

/** What of a closed form embeds. */
type Embedding = Pick<ClosedForm, 'whitening' | 'directions' | 'pull'>

/** Rows embedded at a time: some milliseconds. */
const block = 512

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
  const whitening = await inverseFactor(await blendedScatter(inputs, strength, products), products)
  const sphered = await sphere(labelled, whitening, products)
  return narrowed({ whitening, discriminants: discriminants(sphered, classes, classCount) }, sample, dimensions, products)
}

/** The same in other dimensions. */
export async function narrowed({ whitening, discriminants }: Pick<ClosedForm, 'whitening' | 'discriminants'>, sample: Matrix, dimensions: number, products: MatrixProducts): Promise<ClosedForm> {
  return { whitening, discriminants, directions: await classDirections({ discriminants, size: whitening.columns, dimensions, sample: () => sphere(sample, whitening, products) }, products) }
}

/** The same, with neighbours: those of a photo among `sample` [S, M], along the basis. */
export async function withNeighbours(form: ClosedForm, sample: Matrix, products: MatrixProducts): Promise<ClosedForm> {
  const { discriminants, whitening } = form
  if (discriminants.length === 0)
    return form
  return { ...form, pull: await neighbourPull(await sphere(sample, whitening, products), asRows(discriminants, whitening.columns), products) }
}

/** Rows along the basis, whitened and scaled to unit length. */
async function sphere(rows: Matrix, whitening: Matrix, products: MatrixProducts): Promise<Matrix> {
  const { sphered } = await products.run(sphering, { rows: tensorOf(rows), whitening: tensorOf(whitening) })
  return matrix(rows.rows, whitening.columns, sphered.values as Float32Array<ArrayBuffer>)
}

function sphering(): GraphBuilder {
  const graph = new GraphBuilder('sphering')
  graph.output(unitRows(product(graph.input('rows', 'float32', ['N', 'M']), graph.input('whitening', 'float32', ['M', 'M']))), 'sphered')
  return graph
}

/** Rows along the basis, as a closed form's directions take them: sphered, and drawn towards their neighbours where it has some. */
export async function beforeDirections(rows: Matrix, { whitening, pull }: Pick<ClosedForm, 'whitening' | 'pull'>, products: MatrixProducts): Promise<Matrix> {
  const sphered = await sphere(rows, whitening, products)
  return pull ? pulled(sphered, pull, products) : sphered
}

/** Rows along the basis, embedded by a closed form. */
export async function embedRows(rows: Matrix, form: Embedding, products: MatrixProducts): Promise<Matrix> {
  return products.product(await beforeDirections(rows, form, products), form.directions)
}

/** The same of any number of rows, so many at a time that a pull's likeness to all its anchors stays small. @throws CANCELLED */
export async function embedInBlocks(rows: Matrix, form: Embedding, products: MatrixProducts, signal?: AbortSignal): Promise<Matrix> {
  const rest = pace('Embedding by the learnt head', signal)
  const embedded = matrix(rows.rows, form.directions.columns)
  for (let start = 0; start < rows.rows; start += block) {
    await rest()
    const { values } = await embedRows(rowsBetween(rows, start, start + block), form, products)
    embedded.values.set(values, start * embedded.columns)
  }
  return embedded
}

/** Both scatters with trace 1, mixed and shrunk; one that is zero leaves all to the other. */
async function blendedScatter(inputs: ClosedFormInputs, { shrink, neighbours }: Strength, products: MatrixProducts): Promise<Matrix> {
  const { labelled: { columns: size }, localScatter } = inputs
  const { scatter: { values: scatter }, freedom } = inputs.within ?? await withinScatter(inputs, products)
  const [within, near] = [traceOf(scatter, size), traceOf(localScatter, size)]
  const share = within <= 0
    ? 1
    : near <= 0
      ? 0
      : neighbours / (neighbours + freedom)
  const byLabels = (1 - shrink) * (1 - share) / (within || 1)
  const byNeighbours = (1 - shrink) * share / (near || 1)
  const blended = matrix(size, size)
  for (let at = 0; at < blended.values.length; at++)
    blended.values[at] = scatter[at] * byLabels + localScatter[at] * byNeighbours
  for (let i = 0; i < size; i++)
    blended.values[i * (size + 1)] += shrink / size
  return blended
}

function traceOf(of: ArrayLike<number>, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i++)
    sum += of[i * (size + 1)]
  return sum
}

/** The scatter of labelled photos about the means of their classes. */
export async function withinScatter({ labelled, classes, classCount }: Pick<ClosedFormInputs, 'labelled' | 'classes' | 'classCount'>, products: MatrixProducts): Promise<WithinScatter> {
  const { rows, columns, values } = labelled
  const counts = new Float64Array(classCount)
  const means = new Float64Array(classCount * columns)
  for (let i = 0; i < rows; i++) {
    counts[classes[i]]++
    for (let d = 0; d < columns; d++)
      means[classes[i] * columns + d] += values[i * columns + d]
  }
  const away = matrix(rows, columns)
  for (let i = 0; i < rows; i++) {
    for (let d = 0; d < columns; d++)
      away.values[i * columns + d] = values[i * columns + d] - means[classes[i] * columns + d] / counts[classes[i]]
  }
  return { scatter: await products.productOfColumns(away, away), freedom: rows - counts.filter(count => count > 0).length }
}
