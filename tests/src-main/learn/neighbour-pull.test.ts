import type { Matrix } from '#main/matrix/matrix'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyHead } from '#main/learn/apply-head'
import { headModel } from '#main/learn/head-model'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { neighbourPull, pulled } from '#main/learn/neighbour-pull'
import { dotProduct } from '#main/matrix/distance'
import { matrix, rowOf } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { unitLength } from '#main/matrix/unit-length'
import { powerNormalisedByHand } from './power-normalised-by-hand'

const columns = 6
const from = random(4)
const normals = (rows: number) => matrix(rows, columns, Float32Array.from({ length: rows * columns }, from.normal))
/** Photos of two kinds: a little apart in each of the first four columns. */
const kinds = Array.from({ length: 200 }, (_, i) => i % 2)
const rows = normals(200)
kinds.forEach((kind, i) => [0, 1, 2, 3].forEach(column => rows.values[i * columns + column] += kind * 2 - 1))
const photos = unitLength(rows)
const along = matrix(1, columns, Float32Array.of(1, 0, 0, 0, 0, 0))
const identity = matrix(columns, columns, Float32Array.from({ length: columns ** 2 }, (_, at) => at % (columns + 1) === 0 ? 1 : 0))

/** How far the kinds' means are apart along the first column, in standard deviations within a kind. */
function apart(of: Matrix): number {
  const [one, other] = [0, 1].map(kind => kinds.flatMap((own, i) => own === kind ? [of.values[i * columns]] : []))
  const meanOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = (values: number[]): number => meanOf(values.map(value => (value - meanOf(values)) ** 2))
  return Math.abs(meanOf(one) - meanOf(other)) / Math.sqrt((variance(one) + variance(other)) / 2)
}

let products: Awaited<ReturnType<typeof openMatrixProducts>>
beforeAll(async () => {
  products = await openMatrixProducts()
})
afterAll(() => products.release())

describe('neighbourPull', () => {
  it('moves photos towards those like them along its directions, and along no other', async () => {
    const after = await pulled(photos, await neighbourPull(photos, along, products), products)
    for (let i = 0; i < 200; i++)
      expect(rowOf(after, i).subarray(1)).toEqual(rowOf(photos, i).subarray(1))
    expect(apart(after)).toBeGreaterThan(1.1 * apart(photos))
  })

  it('is half the mean of the others, weighted by softmax at its temperature', async () => {
    const pull = await neighbourPull(photos, along, products)
    const after = await pulled(photos, pull, products)
    for (const i of [0, 7, 133]) {
      const weights = kinds.map((_, j) => j === i ? 0 : Math.exp(dotProduct(photos.values, i * columns, photos.values, j * columns, columns) / pull.temperature))
      const sum = weights.reduce((total, weight) => total + weight, 0)
      const mean = weights.reduce((total, weight, j) => total + weight * photos.values[j * columns], 0) / sum
      expect(after.values[i * columns]).toBeCloseTo(photos.values[i * columns] + mean / 2, 5)
    }
  })

  it('finds the temperature at which about √N, at most twenty neighbours have a say', async () => {
    for (const count of [25, 100]) {
      const some = unitLength(normals(count))
      const { temperature } = await neighbourPull(some, along, products)
      const perplexities = Array.from({ length: count }, (_, i) => {
        const weights = Array.from({ length: count }, (_, j) => j === i ? 0 : Math.exp(dotProduct(some.values, i * columns, some.values, j * columns, columns) / temperature))
        const sum = weights.reduce((total, weight) => total + weight, 0)
        return Math.exp(weights.reduce((entropy, weight) => weight > 0 ? entropy - weight / sum * Math.log(weight / sum) : entropy, 0))
      }).sort((a, b) => a - b)
      expect(Math.abs(perplexities[count >> 1] - Math.sqrt(count))).toBeLessThan(0.2 * Math.sqrt(count))
    }
  })

  it('leaves a photo alone that has nothing but copies of itself', async () => {
    const copies = matrix(4, columns, Float32Array.from({ length: 4 * columns }, (_, at) => photos.values[at % columns]))
    const after = await pulled(copies, await neighbourPull(copies, along, products), products)
    expect(after.values.every(Number.isFinite)).toBe(true)
    expect(new Set(Array.from({ length: 4 }, (_, i) => after.values[i * columns])).size).toBe(1)
  })

  it('is the same in a head', async () => {
    const pull = await neighbourPull(photos, along, products)
    const features = matrix(50, columns, normals(50).values.map(Math.abs))
    const sphered = unitLength(powerNormalisedByHand(features))
    const embedding = await applyHead(features, headModel({ weights: identity, offset: new Float32Array(columns) }, identity, {}, pull))
    const expected = await pulled(sphered, pull, products)
    embedding.values.forEach((value, at) => expect(value).toBeCloseTo(expected.values[at], 5))
  })
})
