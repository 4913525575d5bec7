import { expect, it } from 'vitest'
import { emptyNeighbours } from '#main/matrix/neighbours'
import { initialCoordinates } from '#main/project/initial-coordinates'
import { groupedRows } from '#tests/src-main/matrix/examples'

it('starts from the components, or from the last map, at the size wanted', async () => {
  const space = groupedRows(50, 6, 3)
  const input = {
    space,
    neighbours: emptyNeighbours(50, 0),
    seed: 4,
  }
  const cold = await initialCoordinates(input, 10)
  expect(cold.reduce((most, value) => Math.max(most, Math.abs(value)), 0)).toBeCloseTo(10, 1)
  const initial = Float32Array.from({ length: 100 }, (_, at) => Math.sin(at * at))
  const warm = await initialCoordinates({ ...input, initial }, 2)
  const scale = (warm[2] - warm[0]) / (initial[2] - initial[0])
  for (let at = 2; at < 100; at += 2)
    expect(warm[at] - warm[0]).toBeCloseTo(scale * (initial[at] - initial[0]), 2)
  const same = await initialCoordinates({
    ...input,
    initial: new Float32Array(100),
  }, 10)
  expect(new Set(same).size).toBe(100)
})
