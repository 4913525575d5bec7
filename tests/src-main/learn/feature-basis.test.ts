import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { featureBasis } from '#main/learn/feature-basis'
import { localScatter } from '#main/learn/local-scatter'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { orthonormalColumns } from '#main/learn/orthonormal-columns'
import { matrix } from '#main/matrix/matrix'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { principalComponents } from '#main/matrix/principal-components'
import { random } from '#main/matrix/random'
import { gaussianFeatures } from './gaussian-features'
import { powerNormalisedByHand } from './power-normalised-by-hand'

const { features } = gaussianFeatures({ perKind: 30, kinds: 5, columns: 60, seed: 6 })
let products: Awaited<ReturnType<typeof openMatrixProducts>>
beforeAll(async () => {
  products = await openMatrixProducts()
})
afterAll(() => products.release())

describe('featureBasis', () => {
  it('finds the principal directions of power-normalised features', async () => {
    const basis = await featureBasis(features, 60, products, { seed: 0, ordered: true })
    const exact = await principalComponents(powerNormalisedByHand(features), 60)
    for (let c = 0; c < 60; c++) {
      let squares = 0
      for (let i = 0; i < 150; i++)
        squares += basis.coordinates.values[i * 60 + c] ** 2
      expect(squares / 149).toBeCloseTo(exact.variances[c], 6)
    }
    for (let c = 0; c < 8; c++) {
      let along = 0
      for (let d = 0; d < 60; d++)
        along += basis.directions.values[d * 60 + c] * exact.components.values[c * 60 + d]
      expect(Math.abs(along)).toBeCloseTo(1, 3)
    }
  })

  it('finds the same span without their order', async () => {
    const [some, ordered] = [await featureBasis(features, 20, products, { seed: 0 }), await featureBasis(features, 20, products, { seed: 0, ordered: true })]
    const squares = ({ coordinates: { values } }: typeof some): number => values.reduce((sum, value) => sum + value * value, 0)
    expect(squares(some) / squares(ordered)).toBeGreaterThan(0.99)
    const gram = await products.productOfColumns(some.directions, some.directions)
    gram.values.forEach((value, at) => expect(value).toBeCloseTo(at % 21 === 0 ? 1 : 0, 4))
  })

  it('keeps distances where it keeps all directions', async () => {
    const { coordinates: { values, columns } } = await featureBasis(features, 60, products, { seed: 0 })
    const unit = powerNormalisedByHand(features, [3, 70])
    const own = Math.hypot(...unit.values.slice(0, 60).map((x, d) => x - unit.values[60 + d]))
    const kept = Math.hypot(...values.slice(3 * columns, 4 * columns).map((x, d) => x - values[70 * columns + d]))
    expect(kept).toBeCloseTo(own, 5)
  })

  it('has no more directions than the photos span, and does with photos of zeros', async () => {
    const few = matrix(4, 60, features.values.slice(0, 240))
    few.values.fill(0, 0, 60)
    const { directions, coordinates } = await featureBasis(few, 60, products, { seed: 0 })
    expect(directions.columns).toBe(3)
    expect(coordinates.values.every(Number.isFinite)).toBe(true)
  })
})

describe('localScatter', () => {
  it('is the weighted scatter of the five nearest', async () => {
    const small = matrix(40, 6, Float32Array.from({ length: 240 }, random(3).normal))
    const { indices, distances, k } = await nearestNeighboursScan(small, 5)
    const expected = new Float64Array(36)
    for (let i = 0; i < 40; i++) {
      for (let at = i * k; at < (i + 1) * k; at++) {
        const weight = Math.exp(-2 * distances[at] ** 2 / distances[i * k + k - 1] ** 2)
        for (let a = 0; a < 6; a++) {
          for (let b = 0; b < 6; b++)
            expected[a * 6 + b] += weight * (small.values[i * 6 + a] - small.values[indices[at] * 6 + a]) * (small.values[i * 6 + b] - small.values[indices[at] * 6 + b])
        }
      }
    }
    const scatter = await localScatter(small, products, { seed: 0 })
    scatter.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 3))
  })
})

describe('orthonormalColumns', () => {
  it('spans the same, with zeros for a column that adds nothing', async () => {
    const { normal } = random(4)
    const of = matrix(50, 4, Float32Array.from({ length: 200 }, normal))
    for (let d = 0; d < 50; d++)
      of.values[d * 4 + 2] = of.values[d * 4] - 2 * of.values[d * 4 + 1]
    const basis = await orthonormalColumns(of, products)
    const gram = await products.productOfColumns(basis, basis)
    gram.values.forEach((value, at) => expect(value).toBeCloseTo(at % 5 === 0 && at !== 10 ? 1 : 0, 5))
    const back = await products.product(basis, await products.productOfColumns(basis, of))
    back.values.forEach((value, at) => expect(value).toBeCloseTo(of.values[at], 4))
  })
})
