import { expect, it } from 'vitest'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { squaredDistances } from '#main/learn/squared-distances'
import { squaredDistance } from '#main/matrix/distance'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

it('are those of every pair, and none is below zero', async () => {
  const { normal } = random(1)
  const [a, b] = [7, 5].map(rows => matrix(rows, 3, Float32Array.from({ length: rows * 3 }, normal)))
  b.values.set(a.values.subarray(0, 3))
  const products = await openMatrixProducts()
  const between = await squaredDistances(a, b, products)
  await products.release()
  expect([between.rows, between.columns]).toEqual([7, 5])
  between.values.forEach((value, at) => {
    expect(value).toBeCloseTo(squaredDistance(a.values, Math.floor(at / 5) * 3, b.values, at % 5 * 3, 3), 5)
    expect(value).toBeGreaterThanOrEqual(0)
  })
})
