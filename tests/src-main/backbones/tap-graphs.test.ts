import type { OnnxGraph } from '#main/graph/protobuf/model'
import { describe, expect, it } from 'vitest'
import { allStagesGraph, flatColumns, flatTapGraph } from '#main/backbones/tap-graphs'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { squaredDistance } from '#main/matrix/distance'
import { random } from '#main/matrix/random'

async function answer(graph: OnnxGraph, feeds: Record<string, { shape: number[], values: ArrayLike<number> }>): Promise<{ shape: readonly number[], values: Float32Array }> {
  const model = writeModel({ irVersion: 8, producer: '', opsets: [{ domain: '', version: 18 }], metadata: {}, graph })
  const session = await openSession(model, { providers: ['cpu'] })
  const { vector: { shape, values } } = await session.run(Object.fromEntries(Object.entries(feeds).map(([name, { shape, values }]) => [name, floats(shape, values)])))
  await session.release()
  return { shape, values: values as Float32Array }
}

describe('a flattened layer', () => {
  it('stays as it is where it is small', async () => {
    const values = Float32Array.from({ length: 2 * 48 }, (_, i) => i)
    const { shape, values: got } = await answer(flatTapGraph(48), { activations: { shape: [2, 48], values } })
    expect([shape, got]).toEqual([[2, 48], values])
  })

  it('keeps the distances of photos where it is reduced, also between sparse ones', async () => {
    const count = 25_088
    const rows = 40
    const from = random(3)
    const values = Float32Array.from({ length: rows * count }, () => Math.max(0, from.normal() - 1))
    const { shape, values: got } = await answer(flatTapGraph(count), { activations: { shape: [rows, count], values } })
    expect(shape).toEqual([rows, flatColumns])
    const ratios: number[] = []
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < i; j++)
        ratios.push(squaredDistance(got, i * flatColumns, got, j * flatColumns, flatColumns) / squaredDistance(values, i * count, values, j * count, count))
    }
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    const deviation = Math.sqrt(ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0) / ratios.length)
    // In theory the mean is 1 and the deviation √(2 / 2048) = 0.031.
    expect(mean).toBeCloseTo(1, 1)
    expect(deviation).toBeLessThan(0.05)
  })

  it('uses every activation exactly once, whatever their number', async () => {
    const count = 2_503
    const values = new Float32Array(count * count)
    for (let i = 0; i < count; i++)
      values[i * count + i] = 1
    const { values: got } = await answer(flatTapGraph(count), { activations: { shape: [count, count], values } })
    const used = Array.from({ length: count }, (_, i) => got.subarray(i * flatColumns, (i + 1) * flatColumns).reduce((sum, value) => sum + Math.abs(value), 0))
    expect(used.every(sum => sum === 1)).toBe(true)
  })

  it('is the same each time', () => {
    expect(flatTapGraph(3_000)).toEqual(flatTapGraph(3_000))
  })
})

it('puts layers side by side, each averaged and at unit length', async () => {
  const graph = allStagesGraph([{ columns: 2, spatial: true }, { columns: 3, spatial: false }])
  const { shape, values } = await answer(graph, {
    0: { shape: [2, 2, 1, 2], values: [1, 5, 3, 5, 0, 0, 0, 0] },
    1: { shape: [2, 3], values: [0, 0, 7, 1, 2, 2] },
  })
  expect(shape).toEqual([2, 5])
  for (const [at, wanted] of [0.6, 0.8, 0, 0, 1, 0, 0, 1 / 3, 2 / 3, 2 / 3].entries())
    expect(values[at]).toBeCloseTo(wanted, 5)
})
