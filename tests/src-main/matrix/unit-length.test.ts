import { expect, it } from 'vitest'
import { unitLength } from '#main/matrix/unit-length'
import { matrixOf } from '#tests/src-main/matrix/examples'

it('scales rows to length 1 and leaves zeros and the original alone', () => {
  const rows = matrixOf([3, 4, 0, 0, 0, 0, 1e-20, 0, 0], 3)
  const unit = unitLength(rows)
  expect([...unit.values]).toEqual([
    ...Float32Array.of(0.6, 0.8, 0, 0, 0, 0, 1, 0, 0),
  ])
  expect(rows.values[0]).toBe(3)
})
