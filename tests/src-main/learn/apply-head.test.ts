import { describe, expect, it } from 'vitest'
import { applyHead } from '#main/learn/apply-head'
import { headModel } from '#main/learn/head-model'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

const { normal } = random(1)
const weights = matrix(30, 4, Float32Array.from({ length: 120 }, normal))
const offset = Float32Array.of(1, -1, 0.5, 0)
const features = matrix(5000, 30, Float32Array.from({ length: 150_000 }, normal))

describe('applyHead', () => {
  it('embeds every row as the formula says, over several blocks', async () => {
    features.values.fill(0, 30, 60)
    const done: number[] = []
    const embedding = await applyHead(features, headModel(weights, offset, {}), { onProgress: rows => done.push(rows) })
    expect([embedding.rows, embedding.columns]).toEqual([5000, 4])
    for (const i of [0, 1, 2047, 2048, 4999]) {
      const row = features.values.subarray(i * 30, (i + 1) * 30)
      const length = Math.hypot(...row)
      for (let c = 0; c < 4; c++) {
        const along = length > 0 ? row.reduce((sum, x, d) => sum + x * weights.values[d * 4 + c], 0) / length : 0
        expect(embedding.values[i * 4 + c]).toBeCloseTo(along - offset[c], 5)
      }
    }
    expect(done).toEqual([2048, 4096, 5000])
  })

  it('stops when told to, and tells a damaged head', async () => {
    await expect(applyHead(features, headModel(weights, offset, {}), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(applyHead(features, Uint8Array.of(1, 2))).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
  })
})
