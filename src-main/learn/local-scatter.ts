import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { squaredDistance } from '#main/matrix/distance'
import { matrix, takeRows } from '#main/matrix/matrix'
import { NearestList } from '#main/matrix/nearest-list'
import { pace } from '#main/matrix/pace'
import { random, shuffle } from '#main/matrix/random'

/** Neighbours of a photo that count, and how many photos are asked for theirs: a mean needs no more. */
const nearest = 5
const asked = 2048
/** Products held at once: 4 MB, some milliseconds. */
const productsInBlock = 1e6

/**
 * The scatter between photos and their nearest neighbours, [M, M] float64: what differs between photos that look alike
 * and so says little. Σ w (xᵢ − xⱼ)(xᵢ − xⱼ)ᵀ over the five nearest j of up to 2,048 photos i, with
 * w = exp(−2 d² / rᵢ²) and r the distance to the fifth: the quadratic form of the neighbour graph's Laplacian, on the
 * self-tuning scale of Zelnik-Manor, Perona 2004.
 *
 * The neighbours are those of features of unit length: among features as they come, of all lengths, they are so much
 * worse that the scatter helps nobody.
 *
 * @param coordinates [N, M] float32: the power-normalised features along their basis
 * @throws CANCELLED
 */
export async function localScatter(coordinates: Matrix, products: MatrixProducts, { seed, signal }: { seed: number, signal?: AbortSignal }): Promise<Float64Array> {
  const rest = pace('Learning', signal)
  const { rows, columns, values } = coordinates
  const all = Int32Array.from({ length: rows }, (_, i) => i)
  const anchors = rows <= asked ? all : shuffle(all, random(seed)).slice(0, asked)
  const used = Math.min(nearest, rows - 1)
  const differences = matrix(anchors.length * used, columns)
  const list = new NearestList(used)
  const halfSquares = Float32Array.from({ length: rows }, (_, i) => squareOf(values, i * columns, columns) / 2)
  const block = Math.max(1, Math.floor(productsInBlock / rows))
  for (let start = 0; start < anchors.length; start += block) {
    await rest()
    const here = anchors.subarray(start, start + block)
    const { values: dots } = await products.productWithRows(takeRows(coordinates, here), coordinates)
    here.forEach((i, a) => {
      listNearest(list, halfSquares, dots, a * rows, i)
      const distances = Array.from(list.indices, j => squaredDistance(values, i * columns, values, j * columns, columns))
      const reach = Math.max(...distances)
      list.indices.forEach((j, at) => {
        const weight = reach > 0 ? Math.exp(-distances[at] / reach) : 1
        const to = ((start + a) * used + at) * columns
        for (let d = 0; d < columns; d++)
          differences.values[to + d] = weight * (values[i * columns + d] - values[j * columns + d])
      })
    })
  }
  return Float64Array.from((await products.productOfColumns(differences, differences)).values)
}

/** Offers all rows but one to the list: `dots` from `start` on are its products with each. */
function listNearest(list: NearestList, halfSquares: Float32Array, dots: Float32Array, start: number, own: number): void {
  list.clear()
  for (let j = 0; j < halfSquares.length; j++) {
    const away = halfSquares[j] - dots[start + j]
    if (away <= list.limit && j !== own)
      list.offer(j, away)
  }
}

function squareOf(values: Float32Array, start: number, size: number): number {
  let sum = 0
  for (let at = start; at < start + size; at++)
    sum += values[at] * values[at]
  return sum
}
