import type { OnnxJobs } from '#main/app/onnx-jobs'
import type { SplitNetwork } from '#main/backbones/split-network'
import type { FineTuned, FineTuneProgress } from '#main/learn/deep/fine-tune'
import type { PhotoViews } from '#main/learn/deep/photo-views'
import type { Tail } from '#main/learn/deep/tail'
import type { JobHandlers } from '#main/threads/serve-jobs'
import { readFile, rm } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import { splitNetwork, withHead } from '#main/backbones/split-network'
import { embedActivations } from '#main/embed/embed-activations'
import { preprocessFor } from '#main/embed/preprocess'
import { writeFileWhole } from '#main/export/write-file-whole'
import { ModelOutOfMemory } from '#main/graph/model-out-of-memory'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { sessionFailure } from '#main/graph/session-failure'
import { elementCount, floats } from '#main/graph/tensor'
import { deepEmbeddingGraph } from '#main/learn/deep/deep-graph'
import { fineTune } from '#main/learn/deep/fine-tune'
import { networkForBatch } from '#main/learn/deep/tail'
import { lossOf } from '#main/learn/losses/table'
import { activationCacheIn, activationsOf, openActivationCache } from '#main/store/activation-cache'
import { float32From } from '#main/store/arrays'

type TuningJobs = Pick<OnnxJobs, 'findBoundary' | 'activate' | 'fineTune' | 'embedKept'>

/** Bytes of activations that are held in memory; where there are more, each batch is read from disk. */
const mostHeld = 512 * 2 ** 20
/** Photos in a step, at least: fewer cannot be pulled together and apart. */
const leastBatch = 8

let frozen: { split: SplitNetwork, run: ((pixels: Uint8Array) => Promise<Float32Array>) | undefined, release: () => Promise<void> } | undefined

/** The jobs that train a network itself. */
export const tuningJobs: JobHandlers<TuningJobs> = {
  async findBoundary({ model, backbone, tap, depth }) {
    await frozen?.release()
    frozen = undefined
    const split = await splitNetwork(readModel(await readFile(model)), backbone, tap, depth)
    const { trunk, boundary, shape } = split
    // What cannot be trained is refused before photos are read for it, which can take minutes.
    deepEmbeddingGraph({ network: await networkForBatch(split.tail, leastBatch), shape, type: 'float32' }, leastBatch)
    const session = trunk && await openSession(writeModel(trunk))
    const preprocess = preprocessFor(backbone.preprocessing)
    const { crop } = backbone.preprocessing
    frozen = {
      split,
      run: session && (async (pixels) => {
        const values = new Float32Array(pixels.length)
        preprocess(pixels, values)
        const { activations } = await session.run({ [session.inputs[0].name]: floats([pixels.length / (3 * crop ** 2), 3, crop, crop], values) })
        return activations.values as Float32Array
      }),
      release: async () => session?.release(),
    }
    return { boundary }
  },

  async embedKept({ tail, hashes, cacheFolder, key }, { signal }) {
    const cache = activationCacheIn(cacheFolder)!
    try {
      return await embedActivations(tail, hashes.length, photo => float32From(activationsOf(cache, key, hashes[photo], 0)!), signal)
    }
    finally {
      cache.close()
    }
  },

  activate: async ({ pixels }) => frozen?.run ? frozen.run(pixels) : pixels,

  async fineTune({ backbone, head, batch, checkpoint, hashes, viewCount, cacheFolder, key, loss, ...inputs }, { signal, progress }) {
    const own = frozen!
    const { split } = own
    const ofPixels = own.run === undefined
    const { mean, deviation } = backbone.preprocessing
    const whole = withHead(split, readModel(head))
    const tail = async (size: number): Promise<Tail> => ({
      network: await networkForBatch(whole, size),
      shape: split.shape,
      type: ofPixels ? 'uint8' : 'float32',
      scale: ofPixels ? { factor: deviation.map(value => 1 / 255 / value), offset: mean.map((value, channel) => -value / deviation[channel]) } : undefined,
    })
    const cache = openActivationCache(cacheFolder, key)
    try {
      const from: FineTuneProgress | undefined = await readFile(checkpoint).then(deserialize).catch(() => undefined)
      for (let size = batch; ; size = Math.ceil(size / 2)) {
        try {
          const tuned: FineTuned = await fineTune({
            ...inputs,
            tail: await tail(size),
            batch: size,
            loss: lossOf(loss),
            views: viewsFrom((photo, view) => activationsOf(cache, key, hashes[photo], view)!, hashes.length, viewCount, elementCount(split.shape), ofPixels),
          }, {
            signal,
            onProgress: progress,
            from,
            onCheckpoint: state => writeFileWhole(checkpoint, serialize(state)),
          })
          await rm(checkpoint, { force: true })
          const { network, ...result } = tuned
          // The network is kept for any number of photos at a time.
          const trained = new Map(network.initializers.map(initializer => [initializer.name, initializer]))
          const initializers = whole.graph.initializers.map(initializer => trained.get(initializer.name) ?? initializer)
          return { ...result, tail: writeModel({ ...whole, graph: { ...whole.graph, initializers } }) }
        }
        catch (error) {
          const failure = sessionFailure(error, { provider: 'cpu' })
          if (!(failure instanceof ModelOutOfMemory) || size <= leastBatch)
            throw failure
        }
      }
    }
    finally {
      cache.close()
      await own.release()
      // Where this training was cancelled, another may have found its boundary meanwhile.
      if (frozen === own)
        frozen = undefined
    }
  },
}

/** Activations in memory where they fit, else read for each batch. */
function viewsFrom(read: (photo: number, view: number) => Buffer, photos: number, count: number, size: number, ofPixels: boolean): PhotoViews {
  const bytes = size * (ofPixels ? 1 : 4)
  const held = photos * count * bytes <= mostHeld ? new Map<number, Buffer>() : undefined
  return {
    count,
    read(views) {
      const all = new Uint8Array(views.length * bytes)
      views.forEach(({ photo, view }, at) => {
        const place = photo * count + view
        const found = held?.get(place) ?? read(photo, view)
        held?.set(place, found)
        all.set(found, at * bytes)
      })
      return ofPixels ? all : new Float32Array(all.buffer)
    },
  }
}
