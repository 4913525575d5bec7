import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closedForm, embedRows } from '#main/learn/closed-form'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { matrix } from '#main/matrix/matrix'

const golden = JSON.parse(readFileSync(new URL('../../reference/closed-form.json', import.meta.url), 'utf8'))

const inputs = {
  labelled: matrix(30, 6, Float32Array.from(golden.rows as number[])),
  classes: golden.classes as number[],
  classCount: 3,
  sample: matrix(50, 6, Float32Array.from(golden.sample as number[])),
  localScatter: Float64Array.from(golden.localScatter as number[]),
}

let products: Awaited<ReturnType<typeof openMatrixProducts>>
beforeAll(async () => {
  products = await openMatrixProducts()
})
afterAll(() => products.release())

describe('closedForm', () => {
  it.each(Object.keys(golden.products))('is what NumPy makes of the same formula, in %s dimensions', async (dimensions) => {
    const z = await embedRows(inputs.labelled, await closedForm(inputs, golden, Number(dimensions), products), products)
    expect(z.columns).toBe(Number(dimensions))
    const own = await products.productWithRows(z, z)
    own.values.forEach((value, at) => expect(value).toBeCloseTo(golden.products[dimensions][at], 4))
  })

  it('gives orthogonal directions, as many as there is room for, longer where they tell classes apart', async () => {
    for (const wanted of [1, 2, 5]) {
      const { directions } = await closedForm(inputs, golden, wanted, products)
      expect(directions.columns).toBe(Math.min(wanted, 6))
      for (let a = 0; a < directions.columns; a++) {
        for (let b = 0; b < directions.columns; b++) {
          let product = 0
          for (let d = 0; d < 6; d++)
            product += directions.values[d * directions.columns + a] * directions.values[d * directions.columns + b]
          expect(product).toBeCloseTo(a !== b ? 0 : a < 2 ? 2.25 : 1, 5)
        }
      }
    }
    expect((await closedForm(inputs, golden, 50, products)).directions.columns).toBe(6)
  })

  it('does with single photos of each class: then neighbours alone shape the space', async () => {
    const one = await closedForm({ ...inputs, labelled: matrix(3, 6, inputs.labelled.values.slice(0, 18)), classes: [0, 1, 2] }, golden, 4, products)
    expect(one.whitening.values.every(Number.isFinite)).toBe(true)
    expect(one.directions.values.every(Number.isFinite)).toBe(true)
  })
})
