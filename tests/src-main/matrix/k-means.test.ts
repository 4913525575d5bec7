import { expect, it } from 'vitest'
import { kMeans } from '#main/matrix/k-means'
import { matrix } from '#main/matrix/matrix'
import { normalisedMutualInformation } from '#main/matrix/mutual-information'
import { random } from '#main/matrix/random'

function clumps(count: number, each: number, seed: number): { space: ReturnType<typeof matrix>, truth: number[] } {
  const { normal } = random(seed)
  const truth = Array.from({ length: count * each }, (_, i) => i % count)
  const space = matrix(truth.length, 3, Float32Array.from(truth.flatMap(at => [10 * at + normal(), -7 * at + normal(), normal()])))
  return { space, truth }
}

it('finds clumps that stand apart, the same by the same seed', async () => {
  const { space, truth } = clumps(4, 40, 1)
  const { of, centres } = await kMeans(space, 4, { seed: 3 })
  expect(normalisedMutualInformation(of, truth)).toBeCloseTo(1, 6)
  expect(centres.rows).toBe(4)
  expect((await kMeans(space, 4, { seed: 3 })).of).toEqual(of)
})

it('manages fewer rows than groups, and rows that are all the same', async () => {
  expect((await kMeans(matrix(2, 1, Float32Array.of(1, 5)), 7)).centres.rows).toBe(2)
  expect(new Set((await kMeans(matrix(9, 2), 3)).of).size).toBe(1)
})

it('stops when told to', async () => {
  await expect(kMeans(clumps(4, 40, 1).space, 4, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
})
