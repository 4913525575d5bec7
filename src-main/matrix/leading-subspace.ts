import type { Matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { symmetricEigen } from '#main/matrix/symmetric-eigen'

/** A few more directions are followed than asked for: they make the asked ones converge faster. */
const spare = 4
const mostRounds = 16

/**
 * The `count` leading eigenvectors of the rows' covariance C, which is never formed: Rayleigh and Ritz in the block
 * Krylov space [Ω, C Ω, C² Ω, …] of a random start Ω, until the leading variances stand still to 1e-7 (Musco and Musco
 * 2015, algorithm 2). `directions` is [count, D]. Each round is one pass over the rows: 2·N·D·(count + 4) products.
 */
export async function leadingSubspace(
  of: Matrix,
  means: Float64Array,
  count: number,
  seed: number,
  rest: () => Promise<void>,
): Promise<{ variances: Float64Array, directions: Float64Array }> {
  const { columns } = of
  const width = Math.min(count + spare, columns, of.rows)
  const from = random(seed)
  const basis: Float64Array[] = []
  const images: Float64Array[] = []
  let block = Array.from({ length: width }, () => Float64Array.from({ length: columns }, from.normal))
  let variances = new Float64Array(count)
  for (let round = 1; ; round++) {
    const added = orthonormal(block, basis)
    basis.push(...added)
    block = await covarianceTimes(of, means, added, rest)
    images.push(...block)
    const ritz = symmetricEigen(withinBasis(basis, images), basis.length)
    let moved = 0
    for (let c = 0; c < Math.min(count, basis.length); c++)
      moved = Math.max(moved, Math.abs(ritz.values[c] - (variances[c] ?? 0)))
    variances = Float64Array.from(ritz.values)
    if (added.length === 0 || moved <= 1e-7 * variances[0] || round === mostRounds) {
      return {
        variances,
        directions: rotated(basis, ritz.vectors, Math.min(count, basis.length), columns),
      }
    }
  }
}

/** C·q for every q: each vector of the space is read once. */
async function covarianceTimes(
  { rows, columns, values }: Matrix,
  means: Float64Array,
  directions: readonly Float64Array[],
  rest: () => Promise<void>,
): Promise<Float64Array<ArrayBuffer>[]> {
  const images = directions.map(() => new Float64Array(columns))
  const row = new Float64Array(columns)
  for (let i = 0; i < rows; i++) {
    if (i % 64 === 0)
      await rest()
    for (let d = 0, at = i * columns; d < columns; d++, at++)
      row[d] = values[at] - means[d]
    for (let c = 0; c < directions.length; c++)
      addAlong(images[c], row, dot(row, directions[c]) / (rows - 1))
  }
  return images
}

/**
 * The block made orthonormal, and orthogonal to the basis: Gram and Schmidt, twice over, as once is not enough. A vector
 * that lies within the others is left out: what remains of it is rounding, not a direction.
 */
function orthonormal(block: readonly Float64Array[], basis: readonly Float64Array[]): Float64Array[] {
  const added: Float64Array[] = []
  for (const image of block) {
    const vector = image.slice()
    const before = Math.sqrt(dot(vector, vector))
    let length = before
    for (let pass = 0; pass < 2 && length > 1e-10 * before; pass++) {
      for (const other of [
        ...basis,
        ...added,
      ])
        addAlong(vector, other, -dot(vector, other))
      length = Math.sqrt(dot(vector, vector))
    }
    if (length > 1e-10 * before)
      added.push(vector.map(value => value / length))
  }
  return added
}

/** Qᵀ C Q, symmetric. */
function withinBasis(basis: readonly Float64Array[], images: readonly Float64Array[]): Float64Array {
  const size = basis.length
  const inside = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = a; b < size; b++)
      inside[b * size + a] = inside[a * size + b] = dot(basis[a], images[b])
  }
  return inside
}

function rotated(basis: readonly Float64Array[], by: Float64Array, count: number, columns: number): Float64Array {
  const turned = new Float64Array(count * columns)
  for (let c = 0; c < count; c++) {
    const direction = turned.subarray(c * columns, (c + 1) * columns)
    basis.forEach((vector, b) => addAlong(direction, vector, by[c * basis.length + b]))
  }
  return turned
}

function addAlong(to: Float64Array, direction: Float64Array, weight: number): void {
  for (let d = 0; d < to.length; d++)
    to[d] += weight * direction[d]
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++)
    sum += a[d] * b[d]
  return sum
}
