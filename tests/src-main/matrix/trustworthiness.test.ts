import { describe, expect, it } from 'vitest'
import { matrix } from '#main/matrix/matrix'
import { trustworthiness } from '#main/matrix/trustworthiness'
import { golden, groupedRows, matrixOf } from '#tests/src-main/matrix/examples'

interface Case { columns: number, k: number, space: number[], map: number[], trustworthiness: number }

describe('trustworthiness', () => {
  it.each(golden<{ maps: Case[] }>('indices').maps)('equals scikit-learn (k = $k)', async ({ columns, k, space, map, trustworthiness: expected }) => {
    expect(await trustworthiness(matrixOf(space, columns), matrixOf(map, 2), { k })).toBeCloseTo(expected, 9)
  })

  it('is 1 where the map is the space, also with identical photos', async () => {
    const map = groupedRows(50, 2, 4)
    map.values.copyWithin(20, 0, 20)
    expect(await trustworthiness(map, map)).toBe(1)
  })

  it('is about the same on a sample', async () => {
    const space = groupedRows(900, 6, 5)
    const map = matrix(900, 2, Float32Array.from({ length: 1800 }, (_, at) => space.values[(at >> 1) * 6 + at % 2]))
    const all = await trustworthiness(space, map, { sample: 900 })
    const some = await trustworthiness(space, map, { sample: 200, seed: 5 })
    expect(some).not.toBe(all)
    expect(Math.abs(some - all)).toBeLessThan(0.01)
    expect(await trustworthiness(space, map, { sample: 200, seed: 5 })).toBe(some)
  })

  it('has an answer for one and two photos', async () => {
    expect(await trustworthiness(groupedRows(1, 3, 1), matrix(1, 2))).toBe(1)
    expect(await trustworthiness(groupedRows(2, 3, 1), matrix(2, 2))).toBe(1)
  })
})
