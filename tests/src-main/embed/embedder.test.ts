import type { Embedder } from '#main/embed/embedder'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { openEmbedder } from '#main/embed/embedder'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { rowOf } from '#main/matrix/matrix'

const photoLength = 3 * 224 * 224

function photos(count: number, seed: number): Uint8Array {
  return Uint8Array.from({ length: count * photoLength }, (_, i) => (Math.sin((i % photoLength) * 0.01 * (1 + seed + Math.floor(i / photoLength))) + 1) * 127)
}

describe('openEmbedder', () => {
  let embedder: Embedder
  let model: Uint8Array

  beforeAll(async () => {
    model = await readFile('models/efficientnet-lite0.onnx')
    embedder = await openEmbedder({
      model,
      backbone: efficientnetLite0,
      taps: ['stage-3', 'pooled'],
      session: {
        providers: ['cpu'],
      },
    })
  })
  afterAll(() => embedder.release())

  it('embeds a batch by every tap, as the network itself does', async () => {
    const pixels = photos(2, 0)
    const { taps, scores } = await embedder.embed(pixels)
    expect(Object.entries(taps).map(([id, { rows, columns }]) => [id, rows, columns])).toEqual([
      ['stage-3', 2, 40],
      ['pooled', 2, 1280],
    ])
    expect([scores?.rows, scores?.columns]).toEqual([2, 1000])
    const second = new Float32Array(photoLength)
    for (let at = 0; at < 224 * 224; at++) {
      for (let channel = 0; channel < 3; channel++)
        second[channel * 224 * 224 + at] = (pixels[photoLength + at * 3 + channel] - 127) / 128
    }
    const session = await openSession(model, {
      providers: ['cpu'],
    })
    const { embedding } = await session.run({
      input: floats([1, 3, 224, 224], second),
    })
    await session.release()
    const expected = embedding.values as Float32Array
    const got = rowOf(taps.pooled, 1)
    expect(Math.max(...got.map((value, i) => Math.abs(value - expected[i])))).toBeLessThan(1e-4)
  })

  it('keeps batches apart that are asked for at once', async () => {
    const [a, b] = [
      photos(1, 3),
      photos(2, 7),
    ]
    const together = await Promise.all([
      embedder.embed(a),
      embedder.embed(b),
    ])
    const apart = [await embedder.embed(a), await embedder.embed(b)]
    expect(together.map(({ taps }) => taps.pooled.values)).toEqual(apart.map(({ taps }) => taps.pooled.values))
    expect(together[0].taps.pooled.values.slice(0, 9)).not.toEqual(together[1].taps.pooled.values.slice(0, 9))
  })

  it('feeds a network that takes a fixed number of photos part by part', async () => {
    const fixed = await openEmbedder({
      model,
      backbone: { ...efficientnetLite0, fixedBatch: 2 },
      taps: ['pooled'],
      session: {
        providers: ['cpu'],
      },
    })
    const pixels = photos(3, 1)
    const [parts, whole] = [await fixed.embed(pixels), await embedder.embed(pixels)]
    await fixed.release()
    expect([parts.taps.pooled.rows, parts.scores?.rows]).toEqual([3, 3])
    expect(Math.max(...parts.taps.pooled.values.map((value, i) => Math.abs(value - whole.taps.pooled.values[i])))).toBeLessThan(1e-4)
  })

  it('says which provider it runs on, and refuses unknown taps', async () => {
    expect(embedder).toMatchObject({
      provider: 'cpu',
      threads: expect.any(Number),
    })
    await expect(openEmbedder({
      model,
      backbone: efficientnetLite0,
      taps: ['stage-8'],
    })).rejects.toMatchObject({ code: 'TAP_UNKNOWN' })
  })
})
