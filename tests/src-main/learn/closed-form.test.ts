import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { closedForm } from '#main/learn/closed-form'
import { multiply } from '#main/learn/multiply'
import { matrix } from '#main/matrix/matrix'

const { closedForm: golden } = JSON.parse(readFileSync(new URL('../../reference/learning.json', import.meta.url), 'utf8'))

const inputs = {
  labelled: matrix(30, 6, Float32Array.from(golden.rows as number[])),
  classes: golden.classes as number[],
  classCount: 3,
  variances: Float64Array.from(golden.variances as number[]),
  localScatter: Float64Array.from(golden.localScatter as number[]),
}

describe('closedForm', () => {
  it('is what NumPy makes of the same formula', () => {
    const { whitening, directions } = closedForm(inputs, golden, golden.dimensions)
    const z = multiply(multiply(inputs.labelled, whitening), directions)
    for (let i = 0; i < 30; i++) {
      for (let j = 0; j < 30; j++) {
        let product = 0
        for (let c = 0; c < z.columns; c++)
          product += z.values[i * z.columns + c] * z.values[j * z.columns + c]
        expect(Math.abs(product - golden.products[i * 30 + j])).toBeLessThan(1e-4 * 30)
      }
    }
  })

  it('gives orthonormal directions, as many as there is room for', () => {
    for (const wanted of [1, 2, 5, 6, 50]) {
      const { directions } = closedForm(inputs, golden, wanted)
      expect(directions.columns).toBe(Math.min(wanted, 6))
      for (let a = 0; a < directions.columns; a++) {
        for (let b = 0; b < directions.columns; b++) {
          let product = 0
          for (let d = 0; d < 6; d++)
            product += directions.values[d * directions.columns + a] * directions.values[d * directions.columns + b]
          expect(product).toBeCloseTo(a === b ? 1 : 0, 5)
        }
      }
    }
  })

  it('does with single photos of each class: then neighbours alone shape the space', () => {
    const one = closedForm({ ...inputs, labelled: matrix(3, 6, inputs.labelled.values.slice(0, 18)), classes: [0, 1, 2] }, golden, 4)
    expect(one.whitening.values.every(Number.isFinite)).toBe(true)
    expect(one.directions.values.every(Number.isFinite)).toBe(true)
  })
})
