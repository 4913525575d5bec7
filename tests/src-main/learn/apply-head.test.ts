import { describe, expect, it } from 'vitest'
import { applyHead } from '#main/learn/apply-head'
import { headModel } from '#main/learn/head-model'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { powerNormalisedByHand } from './power-normalised-by-hand'

const { normal } = random(1)
const weights = matrix(30, 4, Float32Array.from({ length: 120 }, normal))
const offset = Float32Array.of(1, -1, 0.5, 0)
const directions = matrix(4, 3, Float32Array.from({ length: 12 }, normal))
const features = matrix(5000, 30, Float32Array.from({ length: 150_000 }, normal))

function spheredByHand(row: number): number[] {
  const { values } = powerNormalisedByHand(features, [row])
  const mapped = Array.from(offset, (away, m) => values.reduce((sum, x, d) => sum + x * weights.values[d * 4 + m], 0) - away)
  return mapped.map(x => x / Math.hypot(...mapped))
}

describe('applyHead', () => {
  it('embeds every row as the formula says, over several blocks', async () => {
    features.values.fill(0, 30, 60)
    const done: number[] = []
    const embedding = await applyHead(features, headModel({ weights, offset }, directions, {}), { onProgress: rows => done.push(rows) })
    expect([embedding.rows, embedding.columns]).toEqual([5000, 3])
    for (const i of [0, 1, 2047, 2048, 4999]) {
      const sphered = spheredByHand(i)
      for (let c = 0; c < 3; c++)
        expect(embedding.values[i * 3 + c]).toBeCloseTo(sphered.reduce((sum, x, m) => sum + x * directions.values[m * 3 + c], 0), 4)
    }
    expect(done).toEqual([2048, 4096, 5000])
  })

  it('stops when told to, and tells a damaged head', async () => {
    await expect(applyHead(features, headModel({ weights, offset }, directions, {}), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(applyHead(features, Uint8Array.of(1, 2))).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
  })
})
