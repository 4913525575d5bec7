import { expect, it } from 'vitest'
import { matrix, takeRows } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { silhouetteOfRow } from '#main/matrix/silhouette-of-row'
import { silhouetteScores } from '#main/matrix/silhouette-scores'

it('gives one row what measuring all rows gives it', async () => {
  const { normal } = random(5)
  const space = matrix(60, 4, Float32Array.from({ length: 240 }, normal))
  const rows = Int32Array.from({ length: 40 }, (_, i) => i + 10)
  const classes = Int32Array.from(rows, row => row === 11
    ? 3
    : row % 3)
  const all = await silhouetteScores(takeRows(space, rows), classes)
  for (let at = 0; at < rows.length; at++)
    expect(await silhouetteOfRow(space, rows, classes, at)).toBeCloseTo(all[at], 10)
})

it('gives 0 where there is nothing to compare with', async () => {
  const space = matrix(3, 1, Float32Array.of(0, 1, 5))
  expect(await silhouetteOfRow(space, Int32Array.of(0, 1), Int32Array.of(0, 0), 0)).toBe(0)
  expect(await silhouetteOfRow(space, Int32Array.of(0, 1), Int32Array.of(0, 1), 0)).toBe(0)
})
