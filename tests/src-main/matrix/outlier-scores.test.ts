import { describe, expect, it } from 'vitest'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { outlierFence, outlierScores } from '#main/matrix/outlier-scores'
import { groupedRows, matrixOf } from '#tests/src-main/matrix/examples'

describe('outlierScores', () => {
  it('puts the lonely first, at whatever scale the crowd lives', async () => {
    const near = groupedRows(40, 3, 1, 3)
    const values = [
      ...near.values,
      ...near.values.map(value => 1000 + 50 * value),
      20,
      20,
      20,
    ]
    const scores = outlierScores(await nearestNeighboursScan(matrixOf(values, 3), 8))
    expect(scores.indexOf(Math.max(...scores))).toBe(80)
    expect(scores[80]).toBeGreaterThan(5)
    for (let i = 0; i < 40; i++)
      expect(scores[i]).toBeCloseTo(scores[i + 40], 1)
    expect([...scores.keys()].filter(i => scores[i] >= outlierFence(scores))).toEqual([80])
  })

  it('is ordinary for identical photos and for one alone', async () => {
    expect([
      ...outlierScores(await nearestNeighboursScan(matrixOf([1, 1, 1, 1], 1), 2)),
    ]).toEqual([1, 1, 1, 1])
    expect([
      ...outlierScores(await nearestNeighboursScan(matrixOf([1], 1), 2)),
    ]).toEqual([1])
  })

  it('lets nothing stand clearly out where all are ordinary', () => {
    const scores = Float32Array.from({ length: 400 }, (_, i) => 1 + 0.02 * Math.sin(i))
    expect(Math.max(...scores)).toBeLessThan(outlierFence(scores))
    expect(outlierFence(Float32Array.of(1, 1, 1, 1))).toBeGreaterThan(1)
    expect(outlierFence(Float32Array.of(1))).toBeGreaterThan(1)
  })
})
