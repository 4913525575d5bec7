import type { Matrix } from '#main/matrix/matrix'
import { describe, expect, it } from 'vitest'
import { principalComponents, projectOnto } from '#main/matrix/principal-components'
import { golden, groupedRows, matrixOf } from '#tests/src-main/matrix/examples'

interface Case { columns: number, space: number[], variances: number[], explained: number[], components: number[] }

/** Rows × columns values with far fewer directions than either, and noise. */
function lowRank(rows: number, columns: number): Matrix {
  const along = groupedRows(rows, 6, 3, 4)
  const directions = groupedRows(6, columns, 1, 5)
  const noise = groupedRows(rows, columns, 1, 6, 0)
  return matrixOf(Float32Array.from({ length: rows * columns }, (_, at) => {
    let sum = 0.3 * noise.values[at]
    for (let r = 0; r < 6; r++)
      sum += along.values[Math.floor(at / columns) * 6 + r] * directions.values[r * columns + at % columns] / (r + 1)
    return sum
  }), columns)
}

describe('principalComponents', () => {
  it.each(golden<{ maps: Case[] }>('indices').maps)('equals scikit-learn ($columns columns)', async ({ columns, space, variances, explained, components }) => {
    const ours = await principalComponents(matrixOf(space, columns), 4)
    ours.variances.forEach((variance, i) => expect(variance).toBeCloseTo(variances[i], 6))
    ours.explained.forEach((share, i) => expect(share).toBeCloseTo(explained[i], 6))
    ours.components.values.forEach((entry, at) => expect(entry).toBeCloseTo(components[at], 5))
  })

  it('gives the same through columns, through rows and by iteration', async () => {
    const wide = lowRank(120, 300)
    const direct = await principalComponents(wide, 3)
    // The same rows four times over: too many for the direct way, and the variances differ by (N − 1) only.
    const many = matrixOf(Float32Array.from({ length: 4 * wide.values.length }, (_, at) => wide.values[at % wide.values.length]), 300)
    const iterated = await principalComponents(many, 3, { seed: 9 })
    for (let c = 0; c < 3; c++) {
      expect(iterated.variances[c] * 479 / 480).toBeCloseTo(direct.variances[c] * 119 / 120, 2)
      expect(iterated.explained[c]).toBeCloseTo(direct.explained[c], 5)
    }
    direct.components.values.forEach((entry, at) => expect(iterated.components.values[at]).toBeCloseTo(entry, 3))
    expect((await principalComponents(many, 3, { seed: 9 })).components.values).toEqual(iterated.components.values)
  })

  it('projects to centred coordinates with the variances it found', async () => {
    const rows = groupedRows(80, 5, 3)
    const found = await principalComponents(rows, 2)
    const { values } = await projectOnto(rows, found)
    for (let c = 0; c < 2; c++) {
      const along = Array.from({ length: 80 }, (_, i) => values[i * 2 + c])
      expect(along.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 3)
      expect(along.reduce((sum, x) => sum + x * x, 0) / 79).toBeCloseTo(found.variances[c], 3)
    }
  })

  it('fills up with zeros where there are no more directions', async () => {
    const one = await principalComponents(matrixOf([1, 2, 3], 3), 2)
    expect([
      ...one.components.values,
      ...one.variances,
      ...one.explained,
    ]).toEqual(Array.from({ length: 10 }).fill(0))
    const line = await principalComponents(matrixOf(Array.from({ length: 400 * 300 }, (_, at) => Math.floor(at / 300)), 300), 2)
    expect(line.explained[0]).toBeCloseTo(1, 9)
    expect(line.components.values.subarray(300).every(entry => entry === 0)).toBe(true)
  })
})
