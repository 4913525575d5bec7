import type { DecodedBatch } from '#main/embed/decode-batches'
import type { EmbeddedBatch } from '#main/embed/embedder'
import type { PauseGate } from '#main/embed/pause-gate'
import type { PhotoBatch, PhotoToEmbed } from '#main/embed/photo-batch'
import type { DecodedPhoto } from '#main/photos/decode-photo'
import { availableParallelism } from 'node:os'
import { BatchDecoder } from '#main/embed/decode-batches'
import { finitePhotos } from '#main/embed/finite-photos'
import { RunningRate } from '#main/embed/running-rate'
import { topClasses } from '#main/embed/top-classes'
import { Cancelled } from '#shared/errors/cancelled'

/** How far a run has come. */
export interface EmbedProgress {
  embedded: number
  failed: number
  /** Photos per second, over the last seconds. */
  perSecond: number
}

/** What a run of the pipeline is made of. */
export interface EmbedPhotosOptions {
  /** Decodes one photo for the network: `decodePhoto` with the backbone's preprocessing. */
  decode: (file: string) => Promise<DecodedPhoto>
  /** Embeds pixels [N, crop, crop, 3] uint8, whose buffer it may move to another thread. */
  embedBatch: (pixels: Uint8Array<ArrayBuffer>) => Promise<EmbeddedBatch>
  /** Told the photos that are about to be decoded, so that those in flight are known if the process dies. */
  onStart?: (ids: number[]) => Promise<void> | void
  /** Commits a batch; a batch counts once this is done, and no more than one waits for it. */
  onBatch: (batch: PhotoBatch, progress: EmbedProgress) => Promise<void> | void
  batchSize?: number
  /** Photos decoded at a time. */
  decodeAtOnce?: number
  gate?: PauseGate
  signal?: AbortSignal
  /** The time in ms; a clock that only goes forward. */
  now?: () => number
}

/** Batches decoded ahead of the network, so that one slow photo does not make it wait. */
const prefetch = 3

/** The first batch is small, so that something is seen at once; each one after it is twice as large. */
const firstBatchSize = 8

/** Batches given to the network's thread: one that it works on, and one that it finds when it is done. */
const embedAhead = 2

/**
 * Embeds photos: decoding, the network and committing go on at the same time, each batch in turn. A photo that cannot
 * be decoded, or that the network makes no finite numbers of, is reported in its batch and stops nothing. After a pause, an abort or a crash, everything committed stays.
 * @throws CANCELLED, what `embedBatch`, `onStart` or `onBatch` throw, and what `decode` throws that is no fault of a photo
 */
export async function embedPhotos(photos: AsyncIterable<PhotoToEmbed> | Iterable<PhotoToEmbed>, options: EmbedPhotosOptions): Promise<EmbedProgress> {
  const { decode, embedBatch, onStart, onBatch, batchSize = 16, decodeAtOnce = Math.max(3, availableParallelism()), gate, signal, now = () => performance.now() } = options
  const decoder = new BatchDecoder(decode, decodeAtOnce)
  const rate = new RunningRate(now())
  const progress: EmbedProgress = { embedded: 0, failed: 0, perSecond: 0 }
  const decoding: Promise<DecodedBatch>[] = []
  const embedding: Promise<PhotoBatch>[] = []
  let committing: Promise<void> = Promise.resolve()

  async function commit(batch: PhotoBatch): Promise<void> {
    rate.add(batch.embedded.length + batch.failed.length, now())
    const next = {
      embedded: progress.embedded + batch.embedded.length,
      failed: progress.failed + batch.failed.length,
      perSecond: rate.perSecond(now()),
    }
    await onBatch(batch, next)
    Object.assign(progress, next)
  }

  async function embed(ready: Promise<DecodedBatch>): Promise<PhotoBatch> {
    const { photos: decoded, pixels, failed: unreadable } = await ready
    if (decoded.length === 0) {
      return {
        embedded: [],
        taps: {},
        topClasses: undefined,
        failed: unreadable,
      }
    }
    const { photos, embedded: { taps, scores }, failed } = finitePhotos(decoded, await embedBatch(pixels))
    return {
      embedded: photos,
      taps,
      topClasses: scores && topClasses(scores),
      failed: [...unreadable, ...failed],
    }
  }

  /** Moves the oldest batches on: decoded → the network → committed. */
  async function advance(atMostDecoding: number, atMostEmbedding: number): Promise<void> {
    while (decoding.length > atMostDecoding || embedding.length > atMostEmbedding) {
      while (decoding.length > 0 && embedding.length < embedAhead)
        embedding.push(handled(embed(decoding.shift()!)))
      if (decoding.length <= atMostDecoding && embedding.length <= atMostEmbedding)
        return
      const batch = await embedding.shift()!
      await committing
      if (signal?.aborted)
        throw new Cancelled('Indexing')
      committing = handled(commit(batch))
    }
  }

  try {
    for await (const batch of batchesOf(photos, batchSize)) {
      if (gate?.paused) {
        // What is under way is finished and committed first: a pause may last, and the program may be closed in it.
        await advance(0, 0)
        await committing
        await gate.passed(signal)
        rate.restart(now())
      }
      if (signal?.aborted)
        throw new Cancelled('Indexing')
      await onStart?.(batch.map(({ id }) => id))
      decoding.push(handled(decoder.batch(batch, signal)))
      await advance(prefetch, embedAhead)
    }
    await advance(0, 0)
    await committing
    return progress
  }
  finally {
    await Promise.allSettled([
      ...decoding,
      ...embedding,
      committing,
    ])
  }
}

/** A promise whose failure is looked at later. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

async function* batchesOf(photos: AsyncIterable<PhotoToEmbed> | Iterable<PhotoToEmbed>, most: number): AsyncGenerator<PhotoToEmbed[]> {
  let size = Math.min(firstBatchSize, most)
  let batch: PhotoToEmbed[] = []
  for await (const photo of photos) {
    batch.push(photo)
    if (batch.length === size) {
      yield batch
      batch = []
      size = Math.min(most, size * 2)
    }
  }
  if (batch.length > 0)
    yield batch
}
