import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random } from '#main/matrix/random'
import { symmetricEigen } from '#main/matrix/symmetric-eigen'

function symmetric(n: number, entry: (i: number, j: number) => number): Float64Array {
  const square = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++)
      square[i * n + j] = square[j * n + i] = entry(i, j)
  }
  return square
}

function expectDecomposition(square: Float64Array, n: number) {
  const before = square.slice()
  const { values, vectors } = symmetricEigen(square, n)
  expect(square).toEqual(before)
  const scale = Math.max(1, ...square.map(Math.abs))
  for (let e = 0; e < n; e++) {
    if (e > 0)
      expect(values[e]).toBeLessThanOrEqual(values[e - 1])
    for (let i = 0; i < n; i++) {
      let product = 0
      let along = 0
      for (let j = 0; j < n; j++) {
        product += square[i * n + j] * vectors[e * n + j]
        along += vectors[e * n + j] * vectors[i * n + j]
      }
      expect(Math.abs(product - values[e] * vectors[e * n + i])).toBeLessThan(1e-11 * n * scale)
      expect(Math.abs(along - (e === i
        ? 1
        : 0))).toBeLessThan(1e-11 * n)
    }
  }
}

describe('symmetricEigen', () => {
  it('decomposes every symmetric matrix', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 14 }), fc.integer(), (n, seed) => {
      const from = random(seed)
      expectDecomposition(symmetric(n, () => from.normal() * 10 ** from.integer(4)), n)
    }), { numRuns: 60 })
  })

  it('decomposes matrices with equal, missing and negative eigenvalues', () => {
    expectDecomposition(symmetric(9, () => 0), 9)
    expectDecomposition(symmetric(9, (i, j) => i === j
      ? 2
      : 0), 9)
    expectDecomposition(symmetric(9, (i, j) => (i + 1) * (j + 1)), 9)
    expectDecomposition(symmetric(60, (i, j) => Math.sin(i * j) - (i === j
      ? 3
      : 0)), 60)
  })

  it('knows the eigenvalues of the path graph', () => {
    const n = 40
    const { values } = symmetricEigen(symmetric(n, (i, j) => i === j
      ? 2
      : i - j === 1
        ? -1
        : 0), n)
    for (let k = 0; k < n; k++)
      expect(values[k]).toBeCloseTo(2 + 2 * Math.cos(Math.PI * (k + 1) / (n + 1)), 11)
  })

  it('refuses what is not square or not finite', () => {
    expect(() => symmetricEigen(new Float64Array(5), 2)).toThrow(RangeError)
    expect(() => symmetricEigen(new Float64Array(9).fill(Number.NaN), 3)).toThrow(RangeError)
  })
})

it('ends on matrices of low rank, whose small eigenvalues are all rounding', () => {
  const size = 96
  for (let seed = 0; seed < 60; seed++) {
    const { normal } = random(seed)
    const factors = Float64Array.from({ length: size * 6 }, normal)
    const matrix = new Float64Array(size * size)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        for (let k = 0; k < 6; k++)
          matrix[i * size + j] += factors[i * 6 + k] * factors[j * 6 + k]
      }
    }
    const { values } = symmetricEigen(matrix, size)
    expect(values[5]).toBeGreaterThan(1)
    expect(Math.abs(values[6])).toBeLessThan(1e-10 * values[0])
  }
})
