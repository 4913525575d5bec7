import type { SilhouetteMetric } from '#main/matrix/silhouette-scores'
import { describe, expect, it } from 'vitest'
import { meanSilhouette, silhouetteScores } from '#main/matrix/silhouette-scores'
import { golden, groupedRows, matrixOf } from '#tests/src-main/matrix/examples'

interface Case { metric: SilhouetteMetric, columns: number, rows: number[], classes: number[], scores: number[], mean: number }

describe('silhouetteScores', () => {
  it.each(golden<{ silhouettes: Case[] }>('indices').silhouettes)('equals scikit-learn ($metric, $columns columns)', async ({ metric, columns, rows, classes, scores, mean }) => {
    const ours = await silhouetteScores(matrixOf(rows, columns), classes, { metric })
    ours.forEach((score, i) => expect(Math.abs(score - scores[i])).toBeLessThan(1e-5))
    expect(Math.abs(meanSilhouette(ours) - mean)).toBeLessThan(1e-5)
  })

  it('leaves rows without a label out, and does not care what classes are called', async () => {
    const all = groupedRows(30, 4, 3)
    const kept = groupedRows(30, 4, 3)
    const classes = Array.from({ length: 30 }, (_, i) => i % 3)
    const named = classes.map((name, i) => i >= 24
      ? -1
      : 100 - 7 * name)
    const some = await silhouetteScores(all, named)
    const without = await silhouetteScores(matrixOf(kept.values.subarray(0, 24 * 4), 4), classes.slice(0, 24))
    expect([
      ...some.subarray(0, 24),
    ]).toEqual([...without])
    expect(some.subarray(24).every(Number.isNaN)).toBe(true)
    expect(meanSilhouette(some)).toBe(meanSilhouette(without))
  })

  it('is 0 where there is nothing to compare', async () => {
    const rows = groupedRows(6, 3, 2)
    expect([
      ...await silhouetteScores(rows, [1, 1, 1, 1, 1, 1]),
    ]).toEqual([0, 0, 0, 0, 0, 0])
    expect([
      ...await silhouetteScores(matrixOf(new Float32Array(12), 3), [0, 0, 1, 1]),
    ]).toEqual([0, 0, 0, 0])
    expect(meanSilhouette(await silhouetteScores(rows, [-1, -1, -1, -1, -1, -1]))).toBe(0)
  })

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort()
    await expect(silhouetteScores(groupedRows(6, 3, 2), [0, 1, 0, 1, 0, 1], { signal })).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
