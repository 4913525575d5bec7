import { expect, it } from 'vitest'
import { centre, columnMeans } from '#main/matrix/centre'
import { matrixOf } from '#tests/src-main/matrix/examples'

it('takes the columns\' means away, or others', () => {
  const rows = matrixOf([1, 10, 3, 20], 2)
  expect([
    ...columnMeans(rows),
  ]).toEqual([2, 15])
  expect([
    ...centre(rows).values,
  ]).toEqual([-1, -5, 1, 5])
  expect([
    ...centre(rows, [1, 0]).values,
  ]).toEqual([0, 10, 2, 20])
  expect([
    ...columnMeans(matrixOf([], 2)),
  ]).toEqual([0, 0])
})
