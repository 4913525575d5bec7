import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inverseFactor } from '#main/learn/inverse-factor'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

let products: Awaited<ReturnType<typeof openMatrixProducts>>
beforeAll(async () => {
  products = await openMatrixProducts()
})
afterAll(() => products.release())

describe('inverseFactor', () => {
  it.each([1, 2, 5, 23, 150])('makes a positive definite matrix of %i rows round: WᵀAW = I, W upper triangular', async (size) => {
    const from = random(size)
    const roots = Float64Array.from({ length: size * (size + 3) }, from.normal)
    const given = matrix(size, size)
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        for (let c = 0; c < size + 3; c++)
          given.values[a * size + b] += roots[a * (size + 3) + c] * roots[b * (size + 3) + c]
      }
    }
    const { values: w } = await inverseFactor(given, products)
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        let product = 0
        for (let c = 0; c < size; c++) {
          for (let d = 0; d < size; d++)
            product += w[c * size + a] * given.values[c * size + d] * w[d * size + b]
        }
        expect(product).toBeCloseTo(a === b ? 1 : 0, 2)
        expect(a <= b || w[a * size + b] === 0).toBe(true)
      }
    }
  })

  it('gives zeros for a direction that lies within the others', async () => {
    const { values } = await inverseFactor(matrix(2, 2, Float32Array.of(1, 1, 1, 1)), products)
    expect(Array.from(values, Math.abs)).toEqual([1, 0, 0, 0])
  })
})
