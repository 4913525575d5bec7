import type { OnnxJobs } from '#main/app/onnx-jobs'
import type { BenchRow } from '#tests/bench/bench-row'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { homeAt } from '#main/app/home'
import { openCore } from '#main/app/open-core'
import { backbones } from '#main/backbones/table'
import { BatchDecoder } from '#main/embed/decode-batches'
import { decodePhoto } from '#main/photos/decode-photo'
import { Thread } from '#main/threads/thread'
import { workerAddress } from '#main/threads/worker-address'
import { median } from '#tests/bench/bench-row'
import { photoFolder } from '#tests/bench/photo-folder'

const rounds = 5
const batchSize = 32
const backbone = backbones['efficientnet-lite0']

/** Photos per second of a whole indexing, beside what the same network alone does with the same photos already decoded. */
export async function run(): Promise<BenchRow[]> {
  const { photos, scratch, clean } = await photoFolder()
  const network = new Thread<OnnxJobs>(workerAddress('onnx'))
  try {
    const model = join(homeAt(scratch).bundledModels, backbone.file)
    const { handle } = await network.call('openBackbone', {
      model,
      backbone,
      taps: ['pooled'],
      threads: undefined,
    })
    const batches = await decodedBatches(photos)
    const ratios: number[] = []
    const ours: number[] = []
    const alone: number[] = []
    for (let round = 0; round < rounds; round++) {
      const peer = await aloneRate(network, handle, batches)
      const own = await indexRate(photos, join(scratch, `${round}.silhouette`), scratch)
      alone.push(peer)
      ours.push(own)
      ratios.push(own / peer)
    }
    return [
      {
        name: `index, photos a second (${backbone.title})`,
        ours: median(ours),
        peer: median(alone),
        unit: 'photos/s',
        ratio: median(ratios),
        bar: '≥ 0.8',
      },
    ]
  }
  finally {
    await network.close()
    await clean()
  }
}

async function indexRate(folder: string, file: string, home: string): Promise<number> {
  const { client, close } = await openCore({ home })
  try {
    await client.library.open({ folder, file, index: false })
    const { id } = await client.indexing.start({})
    const { result, error } = await client.tasks.ended({ task: id })
    if (!result)
      throw new Error(error?.message)
    return result.photosPerSecond as number
  }
  finally {
    await close()
  }
}

async function aloneRate(network: Thread<OnnxJobs>, handle: string, batches: Uint8Array<ArrayBuffer>[]): Promise<number> {
  const copies = batches.map(batch => batch.slice())
  const count = batches.reduce((sum, { length }) => sum + length, 0) / (3 * backbone.preprocessing.crop ** 2)
  const started = performance.now()
  // As in the pipeline, the thread always finds its next batch waiting.
  const waiting: Promise<unknown>[] = []
  for (const pixels of copies) {
    waiting.push(network.call('embed', { handle, pixels }, {
      transfer: [pixels.buffer],
    }))
    if (waiting.length > 1)
      await waiting.shift()
  }
  await Promise.all(waiting)
  return 1000 * count / (performance.now() - started)
}

async function decodedBatches(folder: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.jpg')).sort()
  const decoder = new BatchDecoder(file => decodePhoto(file, backbone.preprocessing), 4)
  const batches: Uint8Array<ArrayBuffer>[] = []
  for (let from = 0; from < names.length; from += batchSize) {
    const { pixels } = await decoder.batch(names.slice(from, from + batchSize).map((name, id) => ({
      id,
      file: join(folder, name),
    })))
    batches.push(pixels)
  }
  return batches
}
