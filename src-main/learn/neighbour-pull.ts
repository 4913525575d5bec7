import type { Value } from '#main/graph/value'
import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { over, plus, product } from '#main/graph/formulas'
import { floats } from '#main/graph/tensor'
import { matrix, rowOf, takeRows } from '#main/matrix/matrix'

/**
 * Draws photos towards what those like them have in common, along the directions that tell the labelled classes apart
 * and no others: z + ½ Σⱼ pⱼ PPᵀaⱼ, p = softmax(z·a / temperature) over anchors, photos of the library with or without
 * a label. So photos without a label help to say where a class lies, and what they say of other classes stays as it is.
 *
 * Source: expansion by neighbours, as of queries in Chum et al. 2007, Total Recall, and of all photos in Arandjelović,
 * Zisserman 2012, Three Things Everyone Should Know to Improve Object Retrieval; here with softmax for weights.
 */
export interface NeighbourPull {
  /** [L, M] float32: sphered photos, unit rows. */
  anchors: Matrix
  /** [L, J] float32: half of where the anchors lie along the directions. */
  places: Matrix
  /** [J, M] float32: the directions Pᵀ, orthonormal. */
  along: Matrix
  temperature: number
}

/** How far a photo goes towards its neighbours, of where these lie. */
const share = 0.5
/** So many neighbours have a say; fewer of few photos. */
const neighbours = 20
/** A cosine above this is that of a photo with itself or with a copy, which says nothing new. */
const same = 0.999
/** Instead of what says nothing, before the softmax. */
const silent = -1e4
/** Anchors asked at which temperature they have so many neighbours, and halvings in which it is found. */
const asked = 32
const halvings = 10

/** @param anchors [L, M] float32: sphered photos, unit rows @param along [J, M] float32: orthonormal */
export async function neighbourPull(anchors: Matrix, along: Matrix, products: MatrixProducts): Promise<NeighbourPull> {
  const { values } = await products.productWithRows(anchors, along)
  return {
    anchors,
    places: matrix(anchors.rows, along.rows, values.map(value => share * value)),
    along,
    temperature: await temperatureFor(anchors, Math.min(neighbours, Math.sqrt(anchors.rows)), products),
  }
}

/** Sphered rows [N, M], pulled. */
export async function pulled(rows: Matrix, { anchors, places, along, temperature }: NeighbourPull, products: MatrixProducts): Promise<Matrix> {
  const likeness = await products.productWithRows(rows, anchors)
  for (let i = 0; i < likeness.rows; i++)
    toShares(rowOf(likeness, i), temperature)
  const { values } = await products.product(await products.product(likeness, places), along)
  return matrix(rows.rows, rows.columns, values.map((value, at) => value + rows.values[at]))
}

/** The same in a graph. */
export function pulledRows(rows: Value, { anchors, places, along, temperature }: NeighbourPull): Value {
  const { graph } = rows
  const constant = (name: string, of: Matrix): Value => graph.constant(floats([of.rows, of.columns], of.values), name)
  const likeness = product(rows, constant('anchors', transposed(anchors)))
  const isSame = graph.add('Greater', [likeness, graph.number(same, 'float32')])
  const others = graph.add('Where', [isSame, graph.number(silent, 'float32'), over(likeness, temperature)])
  return plus(rows, product(product(graph.add('Softmax', [others], { axis: 1 }), constant('places', places)), constant('along', along)))
}

/** Makes softmax(likeness / temperature) of a row, without what is the same. @returns its entropy in nats */
function toShares(row: Float32Array, temperature: number): number {
  let most = silent
  for (let j = 0; j < row.length; j++)
    most = Math.max(most, row[j] = row[j] > same ? silent : row[j] / temperature)
  let sum = 0
  let weighted = 0
  for (let j = 0; j < row.length; j++) {
    const exponent = row[j] - most
    const weight = row[j] = Math.exp(exponent)
    sum += weight
    weighted += weight * exponent
  }
  for (let j = 0; j < row.length; j++)
    row[j] /= sum
  return Math.log(sum) - weighted / sum
}

/** At which the perplexity of an anchor's neighbours has this median. */
async function temperatureFor(anchors: Matrix, perplexity: number, products: MatrixProducts): Promise<number> {
  const step = Math.max(1, anchors.rows / asked)
  const some = takeRows(anchors, Array.from({ length: Math.min(asked, anchors.rows) }, (_, i) => Math.floor(i * step)))
  const likeness = await products.productWithRows(some, anchors)
  let [low, high] = [0.005, 2]
  for (let i = 0; i < halvings; i++) {
    const middle = Math.sqrt(low * high)
    const entropies = Float64Array.from({ length: likeness.rows }, (_, row) => toShares(rowOf(likeness, row).slice(), middle)).sort()
    if (entropies[entropies.length >> 1] < Math.log(perplexity))
      low = middle
    else
      high = middle
  }
  return Math.sqrt(low * high)
}

function transposed({ rows, columns, values }: Matrix): Matrix {
  const turned = matrix(columns, rows)
  for (let i = 0; i < rows; i++) {
    for (let d = 0; d < columns; d++)
      turned.values[d * rows + i] = values[i * columns + d]
  }
  return turned
}
