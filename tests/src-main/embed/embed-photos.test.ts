import type { EmbedPhotosOptions } from '#main/embed/embed-photos'
import type { EmbeddedBatch } from '#main/embed/embedder'
import type { PhotoBatch, PhotoToEmbed } from '#main/embed/photo-batch'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embedPhotos } from '#main/embed/embed-photos'
import { PauseGate } from '#main/embed/pause-gate'
import { matrix } from '#main/matrix/matrix'
import { decodePhoto } from '#main/photos/decode-photo'
import { ThreadLost } from '#main/threads/thread-lost'

const input = { resize: 8, crop: 8 }
const photoLength = 8 * 8 * 3
const count = 50
const broken = 17

describe('embedPhotos', () => {
  let folder: string
  let photos: PhotoToEmbed[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'silhouette-embed-'))
    photos = await Promise.all(Array.from({ length: count }, async (_, id) => {
      const file = join(folder, `${id}.png`)
      if (id === broken) {
        await writeFile(file, 'damaged')
      }
      else {
        await sharp({
          create: {
            width: 12,
            height: 9,
            channels: 3,
            background: { r: id, g: 0, b: 0 },
          },
        }).png().toFile(file)
      }
      return { id: 1000 + id, file }
    }))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** A network of one tap: the redness of the first pixel. */
  async function redness(pixels: Uint8Array): Promise<EmbeddedBatch> {
    const rows = pixels.length / photoLength
    const values = Float32Array.from({ length: rows }, (_, row) => pixels[row * photoLength])
    return {
      taps: {
        red: matrix(rows, 1, values),
      },
      scores: matrix(rows, 1, values),
    }
  }

  function run(batches: PhotoBatch[], options: Partial<EmbedPhotosOptions> = {}) {
    return embedPhotos(photos, {
      decode: file => decodePhoto(file, input),
      embedBatch: redness,
      onBatch: batch => void batches.push(batch),
      batchSize: 16,
      ...options,
    })
  }

  function idsOf(batches: PhotoBatch[]): number[] {
    return batches.flatMap(({ embedded, failed }) => [
      ...embedded,
      ...failed,
    ].map(({ id }) => id))
  }

  it('reports a photo that the network makes no number of, and keeps the others each beside its own vector', async () => {
    const batches: PhotoBatch[] = []
    const progress = await run(batches, {
      embedBatch: async (pixels) => {
        const batch = await redness(pixels)
        batch.taps.red.values.forEach((value, row) => batch.taps.red.values[row] = value === 20 ? Number.NaN : value === 21 ? Infinity : value)
        return batch
      },
    })
    expect(progress).toMatchObject({ embedded: count - 3, failed: 3 })
    expect(batches.flatMap(({ failed }) => failed).filter(({ code }) => code === 'PHOTO_NOT_EMBEDDED').map(({ id }) => id)).toEqual([1020, 1021])
    for (const { embedded, taps, topClasses } of batches) {
      expect([...taps.red.values]).toEqual(embedded.map(({ id }) => id - 1000))
      expect(topClasses?.length).toBe(embedded.length)
    }
  })

  it('embeds every photo once, each beside its own vector, and reports what failed', async () => {
    const batches: PhotoBatch[] = []
    const started: number[] = []
    const progress = await run(batches, {
      onStart: ids => void started.push(...ids),
    })
    expect(progress).toMatchObject({ embedded: count - 1, failed: 1 })
    expect(progress.perSecond).toBeGreaterThan(0)
    expect(idsOf(batches).sort()).toEqual(photos.map(({ id }) => id))
    expect(started).toEqual(photos.map(({ id }) => id))
    for (const { embedded, taps, topClasses } of batches) {
      expect([...taps.red.values]).toEqual(embedded.map(({ id }) => id - 1000))
      expect(topClasses?.length).toBe(embedded.length)
      expect(embedded[0]).toMatchObject({ width: 12, height: 9 })
    }
    expect(batches.flatMap(({ failed }) => failed)).toEqual([
      {
        id: 1000 + broken,
        code: 'PHOTO_FORMAT_UNSUPPORTED',
        message: expect.any(String),
      },
    ])
  })

  it('begins with a small batch, and takes photos from a stream as they come', async () => {
    const batches: PhotoBatch[] = []
    async function* stream() {
      yield* photos
    }
    await embedPhotos(stream(), {
      decode: file => decodePhoto(file, input),
      embedBatch: redness,
      onBatch: batch => void batches.push(batch),
      batchSize: 16,
    })
    expect(batches.map(({ embedded, failed }) => embedded.length + failed.length)).toEqual([8, 16, 16, 10])
  })

  it('manages a batch of failures alone, and no photos at all', async () => {
    const batches: PhotoBatch[] = []
    const options = {
      decode: (file: string) => decodePhoto(file, input),
      embedBatch: redness,
      onBatch: (batch: PhotoBatch) => void batches.push(batch),
    }
    expect(await embedPhotos([photos[broken]], options)).toMatchObject({ embedded: 0, failed: 1 })
    expect(batches).toMatchObject([
      {
        embedded: [],
        taps: {},
        failed: [{}],
      },
    ])
    expect(await embedPhotos([], options)).toMatchObject({ embedded: 0, failed: 0 })
  })

  it('waits for each commit, one at a time, in order', async () => {
    const batches: PhotoBatch[] = []
    const counted: number[] = []
    let committing = 0
    await run(batches, {
      onBatch: async (batch, progress) => {
        committing++
        expect(committing).toBe(1)
        await new Promise(resolve => setTimeout(resolve, 5))
        batches.push(batch)
        counted.push(progress.embedded + progress.failed)
        committing--
      },
    })
    expect(counted).toEqual([8, 24, 40, 50])
    expect(idsOf(batches)).toHaveLength(count)
  })

  it('decodes ahead of the network, but only so far', async () => {
    let decoded = 0
    let ahead = 0
    await run([], {
      batchSize: 2,
      decode: async (file) => {
        decoded++
        return decodePhoto(file, input)
      },
      embedBatch: async (pixels) => {
        await new Promise(resolve => setTimeout(resolve, 5))
        ahead = Math.max(ahead, decoded)
        decoded -= pixels.length / photoLength
        return redness(pixels)
      },
    })
    expect(ahead).toBeGreaterThan(4)
    expect(ahead).toBeLessThanOrEqual(2 * 8)
  })

  it('stops when aborted, with everything committed whole', async () => {
    const batches: PhotoBatch[] = []
    const stop = new AbortController()
    const stopped = run(batches, {
      signal: stop.signal,
      onBatch: (batch) => {
        batches.push(batch)
        stop.abort()
      },
    })
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(batches).toHaveLength(1)
    await expect(run(batches, {
      signal: AbortSignal.abort(),
    })).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(batches).toHaveLength(1)
  })

  it('commits what is under way when paused, starts nothing more, and goes on when resumed', async () => {
    const batches: PhotoBatch[] = []
    const gate = new PauseGate()
    const startedWhilePaused: number[] = []
    await run(batches, {
      batchSize: 8,
      gate,
      onStart: (ids) => {
        if (gate.paused)
          startedWhilePaused.push(...ids)
        if (ids[0] === 1008)
          gate.pause()
      },
      onBatch: (batch) => {
        batches.push(batch)
        if (gate.paused && idsOf(batches).length === 16)
          setTimeout(() => gate.resume(), 50)
      },
    })
    expect(startedWhilePaused).toEqual([])
    expect(idsOf(batches)).toHaveLength(count)
  })

  it('passes on what is no fault of a photo, and blames none for it', async () => {
    const batches: PhotoBatch[] = []
    await expect(run(batches, {
      decode: async (file) => {
        if (file === photos[20].file)
          throw new ThreadLost()
        return decodePhoto(file, input)
      },
    })).rejects.toMatchObject({ code: 'THREAD_LOST' })
    expect(idsOf(batches)).toEqual(photos.slice(0, 8).map(({ id }) => id))
    expect(batches[0].failed).toEqual([])
  })

  it('passes on the failure of the network or of a commit, and stops there', async () => {
    const batches: PhotoBatch[] = []
    let calls = 0
    await expect(run(batches, {
      embedBatch: async (pixels) => {
        if (++calls === 2)
          throw new Error('lost')
        return redness(pixels)
      },
    })).rejects.toThrow('lost')
    expect(batches).toHaveLength(1)
    await expect(run(batches, {
      onBatch: () => Promise.reject(new Error('disk full')),
    })).rejects.toThrow('disk full')
  })
})
