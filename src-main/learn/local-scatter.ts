import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'
import { random, shuffle } from '#main/matrix/random'
import { exactNeighbours } from '#main/neighbours/exact-neighbours'

/** Neighbours of a photo that count, and how many photos are asked for theirs: a mean needs no more. */
const nearest = 5
const asked = 2048

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
  const { rows, columns, values } = coordinates
  const all = Int32Array.from({ length: rows }, (_, i) => i)
  const anchors = rows <= asked ? all : shuffle(all, random(seed)).slice(0, asked)
  const { k, indices, distances } = await exactNeighbours(coordinates, nearest, { of: anchors, session: { providers: ['cpu'] }, signal })
  const differences = matrix(indices.length, columns)
  indices.forEach((j, at) => {
    const row = Math.floor(at / k)
    const [i, reach] = [anchors[row], distances[row * k + k - 1]]
    const weight = reach > 0 ? Math.exp(-((distances[at] / reach) ** 2)) : 1
    for (let d = 0; d < columns; d++)
      differences.values[at * columns + d] = weight * (values[i * columns + d] - values[j * columns + d])
  })
  return Float64Array.from((await products.productOfColumns(differences, differences)).values)
}
