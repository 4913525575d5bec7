import { expect, it } from 'vitest'
import { centredDirections } from '#main/matrix/centred-directions'
import { dotProduct } from '#main/matrix/distance'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { groupedRows, matrixOf } from '#tests/src-main/matrix/examples'

it('gives unit vectors that do not depend on how bright or how alike all are', async () => {
  const rows = groupedRows(60, 12, 4)
  const one = await centredDirections(rows)
  for (let i = 0; i < 60; i++)
    expect(dotProduct(one.values, i * 12, one.values, i * 12, 12)).toBeCloseTo(1, 5)
  const scaled = await centredDirections(matrixOf(rows.values.map((value, at) => value * (1 + Math.floor(at / 12) % 3)), 12))
  expect((await nearestNeighboursScan(scaled, 3)).indices).toEqual((await nearestNeighboursScan(one, 3)).indices)
})

it('is shared by threads, so that a large library is handed to one in no time', async () => {
  expect((await centredDirections(groupedRows(6, 4, 2))).values.buffer).toBeInstanceOf(SharedArrayBuffer)
})
