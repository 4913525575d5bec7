import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { nearestOf } from '#main/matrix/neighbours'
import { golden, groupedRows, matrixOf } from '#tests/src-main/matrix/examples'

describe('nearestNeighboursScan', () => {
  it('equals scikit-learn', async () => {
    const { rows, columns, k, indices, distances } = golden<{ rows: number[], columns: number, k: number, indices: number[], distances: number[] }>('neighbours')
    const ours = await nearestNeighboursScan(matrixOf(rows, columns), k)
    expect([...ours.indices]).toEqual(indices)
    ours.distances.forEach((distance, at) => expect(distance).toBeCloseTo(distances[at], 6))
  })

  it('orders by distance, then row, on whatever points', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 40 }), fc.integer({ min: 1, max: 12 }), async (values, k) => {
      const ours = await nearestNeighboursScan(matrixOf(values, 1), k)
      expect(ours.k).toBe(Math.min(k, values.length - 1))
      values.forEach((value, i) => {
        const sorted = values.map((other, j) => ({
          j,
          distance: Math.abs(other - value),
        }))
          .filter(({ j }) => j !== i)
          .sort((a, b) => a.distance - b.distance || a.j - b.j)
          .slice(0, k)
        expect([
          ...ours.indices.subarray(i * ours.k, (i + 1) * ours.k),
        ]).toEqual(sorted.map(({ j }) => j))
        expect([
          ...ours.distances.subarray(i * ours.k, (i + 1) * ours.k),
        ]).toEqual(sorted.map(({ distance }) => distance))
      })
    }), { numRuns: 60 })
  })

  it('can be cut to fewer neighbours', async () => {
    const rows = groupedRows(30, 3, 2)
    expect(nearestOf(await nearestNeighboursScan(rows, 9), 4)).toEqual(await nearestNeighboursScan(rows, 4))
  })

  it('knows no neighbours where there is one row or none', async () => {
    expect(await nearestNeighboursScan(matrixOf([1, 2], 2), 5)).toMatchObject({ rows: 1, k: 0 })
    expect(await nearestNeighboursScan(matrixOf([], 2), 5)).toMatchObject({ rows: 0, k: 0 })
  })

  it('stops when it is told to', async () => {
    await expect(nearestNeighboursScan(groupedRows(9, 3, 2), 2, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
