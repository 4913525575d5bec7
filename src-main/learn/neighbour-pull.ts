import type { Value } from '#main/graph/value'
import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { GraphBuilder } from '#main/graph/builder'
import { greater, over, plus, product, sumOver, times } from '#main/graph/formulas'
import { scalar } from '#main/graph/tensor'
import { tensorOf } from '#main/learn/matrix-products'
import { matrix, takeRows } from '#main/matrix/matrix'

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
export async function pulled(rows: Matrix, { temperature, ...pull }: NeighbourPull, products: MatrixProducts): Promise<Matrix> {
  const { moved } = await products.run(pulling, {
    rows: tensorOf(rows),
    temperature: scalar(temperature),
    ...Object.fromEntries(Object.entries(pull).map(([name, of]) => [name, tensorOf(of)])),
  })
  return matrix(rows.rows, rows.columns, moved.values as Float32Array<ArrayBuffer>)
}

/** The same in a graph. */
export function pulledRows(rows: Value, { temperature, ...pull }: NeighbourPull): Value {
  const { graph } = rows
  const constant = (name: keyof typeof pull): Value => graph.constant(tensorOf(pull[name]), name)
  return towards(rows, constant('anchors'), constant('places'), constant('along'), graph.number(temperature, 'float32'))
}

function pulling(): GraphBuilder {
  const graph = new GraphBuilder('pulling')
  const input = (name: string, ...shape: string[]): Value => graph.input(name, 'float32', shape)
  const rows = input('rows', 'N', 'M')
  graph.output(towards(rows, input('anchors', 'L', 'M'), input('places', 'L', 'J'), input('along', 'J', 'M'), input('temperature')), 'moved')
  return graph
}

function towards(rows: Value, anchors: Value, places: Value, along: Value, temperature: Value): Value {
  const { graph } = rows
  const shares = graph.add('Softmax', [others(rows, anchors, temperature)], { axis: 1 })
  return plus(rows, product(product(shares, places), along))
}

/** Likeness over temperature, [N, L], but for what is the same. */
function others(rows: Value, anchors: Value, temperature: Value): Value {
  const { graph } = rows
  const likeness = graph.add('Gemm', [rows, anchors], { transB: 1 })
  return graph.add('Where', [greater(likeness, same), graph.number(silent, 'float32'), over(likeness, temperature)])
}

/** At which the perplexity of an anchor's neighbours has this median. */
async function temperatureFor(anchors: Matrix, perplexity: number, products: MatrixProducts): Promise<number> {
  const step = Math.max(1, anchors.rows / asked)
  const some = takeRows(anchors, Array.from({ length: Math.min(asked, anchors.rows) }, (_, i) => Math.floor(i * step)))
  let [low, high] = [0.005, 2]
  for (let i = 0; i < halvings; i++) {
    const middle = Math.sqrt(low * high)
    const { entropies } = await products.run(entropiesOfShares, { rows: tensorOf(some), anchors: tensorOf(anchors), temperature: scalar(middle) })
    const sorted = Float32Array.from(entropies.values as Float32Array).sort()
    if (sorted[sorted.length >> 1] < Math.log(perplexity))
      low = middle
    else
      high = middle
  }
  return Math.sqrt(low * high)
}

/** rows [N, M], anchors [L, M], temperature → entropies [N, 1] in nats: of the say that the anchors have. */
function entropiesOfShares(): GraphBuilder {
  const graph = new GraphBuilder('entropies of shares')
  const rows = graph.input('rows', 'float32', ['N', 'M'])
  const logs = graph.add('LogSoftmax', [others(rows, graph.input('anchors', 'float32', ['L', 'M']), graph.input('temperature', 'float32', []))], { axis: 1 })
  graph.output(times(sumOver(times(graph.add('Exp', [logs]), logs), 1), -1), 'entropies')
  return graph
}
