import { expect, it } from 'vitest'
import { matrix, rowOf, takeRows } from '#main/matrix/matrix'
import { matrixOf } from '#tests/src-main/matrix/examples'

it('views and takes rows', () => {
  const rows = matrixOf([1, 2, 3, 4, 5, 6], 2)
  expect([
    ...takeRows(rows, [2, 0, 2]).values,
  ]).toEqual([5, 6, 1, 2, 5, 6])
  rowOf(rows, 1)[0] = 9
  expect(rows.values[2]).toBe(9)
  expect(() => matrix(2, 2, new Float32Array(3))).toThrow(RangeError)
})
