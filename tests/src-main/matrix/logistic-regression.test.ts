import { expect, it } from 'vitest'
import { classShares, logisticRegression } from '#main/matrix/logistic-regression'
import { unitLength } from '#main/matrix/unit-length'
import { groupedRows } from '#tests/src-main/matrix/examples'

it('tells groups apart that can be told apart, on rows it did not see', async () => {
  const space = unitLength(groupedRows(240, 20, 4))
  const rows = Array.from({ length: 60 }, (_, i) => i)
  const classifier = await logisticRegression(space, rows, rows.map(row => row % 4), 4)
  const shares = new Float64Array(4)
  let right = 0
  for (let row = 60; row < 240; row++) {
    classShares(classifier, space, row, shares)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    right += shares.indexOf(Math.max(...shares)) === row % 4 ? 1 : 0
  }
  expect(right / 180).toBeGreaterThan(0.97)
})

it('stops when told to', async () => {
  await expect(logisticRegression(groupedRows(9, 3, 3), [0, 1, 2], [0, 1, 2], 3, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
})
