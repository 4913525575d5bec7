import type { Backbone } from '#main/backbones/backbone'
import type { Matrix } from '#main/matrix/matrix'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { networkWithHead } from '#main/backbones/network-with-head'
import { readBackbone } from '#main/backbones/read-backbone'
import { openEmbedder } from '#main/embed/embedder'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { applyHead } from '#main/learn/apply-head'
import { headModel } from '#main/learn/head-model'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { unitLength } from '#main/matrix/unit-length'
import { smallNetwork } from '#tests/fixtures/small-network'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

function randomHead(columns: number, dimensions: number, seed = 1): Uint8Array {
  const from = random(seed)
  const normals = (rows: number, columns: number): Matrix => matrix(rows, columns, Float32Array.from({ length: rows * columns }, from.normal))
  return headModel({ weights: normals(columns, 12), offset: normals(1, 12).values }, normals(12, dimensions), {})
}

function randomPixels(photos: number, side: number): Uint8Array {
  const from = random(5)
  // Smooth, as photos are, and each of its own brightness and colour.
  const waves = Array.from({ length: photos * 3 }, () => [from.uniform() * 0.1, from.uniform() * 0.1, from.uniform() * 6])
  return Uint8Array.from({ length: photos * side * side * 3 }, (_, at) => {
    const photo = Math.floor(at / (side * side * 3))
    const [y, x, channel] = [Math.floor(at / (side * 3)) % side, Math.floor(at / 3) % side, at % 3]
    const [a, b, c] = waves[photo * 3 + channel]
    return 127.5 + 127 * Math.sin(a * y + b * x + c)
  })
}

/** What the application computes: the tap at unit length, then the head. */
async function byApplication(model: Uint8Array, backbone: Backbone, tap: string, head: Uint8Array, pixels: Uint8Array): Promise<Matrix> {
  const embedder = await openEmbedder({ model, backbone, taps: [tap], session: { providers: ['cpu'] } })
  const { taps } = await embedder.embed(pixels)
  await embedder.release()
  return applyHead(unitLength(taps[tap]), head)
}

/** What another program computes that knows only the file: pixels from 0 to 1. */
async function byFile(bytes: Uint8Array, pixels: Uint8Array, side: number) {
  const photos = pixels.length / side / side / 3
  const values = new Float32Array(pixels.length)
  for (let photo = 0, at = 0; photo < photos; photo++) {
    for (let channel = 0; channel < 3; channel++) {
      for (let place = 0; place < side * side; place++, at++)
        values[at] = pixels[(photo * side * side + place) * 3 + channel] / 255
    }
  }
  const session = await openSession(bytes, { providers: ['cpu'] })
  const answers = await session.run({ pixels: floats([photos, 3, side, side], values) })
  await session.release()
  return answers
}

function furthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length)
  return Array.from(a).reduce((most, value, at) => Math.max(most, Math.abs(value - b[at])), 0)
}

describe('a network with a head', () => {
  let lite0: Uint8Array
  const pixels = randomPixels(3, 224)
  const what = { title: 'Holidays, run 1', source: 'a test' }

  beforeAll(async () => {
    lite0 = await readFile('models/efficientnet-lite0.onnx')
  })

  it.each(['pooled', 'stage-4', 'stage-7-flat', 'all-stages'])('gives the application\'s embeddings from the tap %s', async (tap) => {
    const columns = { 'pooled': 1280, 'stage-4': 80, 'stage-7-flat': 2048, 'all-stages': 2064 }[tap]!
    const head = randomHead(columns, 16)
    const { bytes, description } = await networkWithHead({ model: lite0, backbone: efficientnetLite0, tap, head, ...what })
    const ours = await byApplication(lite0, efficientnetLite0, tap, head, pixels)
    const { embedding, scores } = await byFile(bytes, pixels, 224)
    expect(embedding.shape).toEqual([3, 16])
    expect(scores.shape).toEqual([3, 1000])
    expect(furthest(embedding.values as Float32Array, ours.values)).toBeLessThan(1e-4)
    expect(Math.max(...ours.values)).toBeGreaterThan(0.1)
    expect(description.defaultTap).toBe('head')
    // Weights stored as float16 stay so.
    expect(bytes.length).toBeLessThan(lite0.length + 700_000)
  })

  it('is a backbone again, by the file alone or with its description beside it', async () => {
    const head = randomHead(1280, 16)
    const { bytes, description } = await networkWithHead({ model: lite0, backbone: efficientnetLite0, tap: 'pooled', head, ...what })
    const file = join(await temporaryFolder(), 'holidays-run-1.onnx')
    await writeFile(file, bytes)
    const alone = await readBackbone(file)
    await writeFile(file.replace('.onnx', '.json'), JSON.stringify(description))
    const backbone = await readBackbone(file)
    expect(alone).toEqual(backbone)
    expect(backbone).toMatchObject({
      id: 'holidays-run-1',
      title: 'Holidays, run 1',
      licence: 'Apache-2.0',
      preprocessing: { resize: 256, crop: 224, mean: [0, 0, 0], deviation: [1, 1, 1] },
      defaultTap: 'head',
      classes: { count: 1000, namesFile: 'imagenet-labels.json' },
    })
    expect(backbone.taps.map(({ id, columns }) => [id, columns])).toEqual([
      ...efficientnetLite0.taps.map(({ id, columns }) => [id, columns]),
      ['head', 16],
    ])

    const embedder = await openEmbedder({ model: bytes, backbone, taps: ['head', 'pooled', 'stage-6-flat'], session: { providers: ['cpu'] } })
    const { taps, scores } = await embedder.embed(pixels)
    await embedder.release()
    const before = await openEmbedder({ model: lite0, backbone: efficientnetLite0, taps: ['pooled', 'stage-6-flat'], session: { providers: ['cpu'] } })
    const plain = await before.embed(pixels)
    await before.release()
    expect(furthest(taps.head.values, (await applyHead(plain.taps.pooled, head)).values)).toBeLessThan(1e-4)
    expect(furthest(taps.pooled.values, plain.taps.pooled.values)).toBeLessThan(1e-3)
    expect(furthest(taps['stage-6-flat'].values, plain.taps['stage-6-flat'].values)).toBeLessThan(1e-2)
    expect(furthest(scores!.values, plain.scores!.values)).toBeLessThan(1e-3)
  })

  it('can be learnt from in its turn, whatever its tensors are called', async () => {
    const model = writeModel(smallNetwork())
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'small.onnx'), model)
    await writeFile(join(folder, 'small.json'), '{"namesFile": "names.json"}')
    const backbone = await readBackbone(join(folder, 'small.onnx'))
    expect(backbone.taps.map(({ id, columns }) => [id, columns])).toEqual([['stage-1', 8], ['pooled', 12]])
    const some = randomPixels(4, 32)
    const first = await networkWithHead({ model, backbone, tap: 'pooled', head: randomHead(12, 5), ...what })
    await writeFile(join(folder, 'first.onnx'), first.bytes)
    const again = await readBackbone(join(folder, 'first.onnx'))
    const second = randomHead(5, 3, 2)
    const { bytes, description } = await networkWithHead({ model: first.bytes, backbone: again, tap: 'head', head: second, ...what })
    expect(description.taps?.map(({ id, columns }) => [id, columns])).toEqual([['stage-1', 8], ['pooled', 12], ['head', 3]])

    const one = await byApplication(model, backbone, 'pooled', randomHead(12, 5), some)
    expect(furthest((await byFile(first.bytes, some, 32)).embedding.values as Float32Array, one.values)).toBeLessThan(1e-4)
    const two = await applyHead(unitLength(one), second)
    expect(furthest((await byFile(bytes, some, 32)).embedding.values as Float32Array, two.values)).toBeLessThan(1e-4)
  })

  it('keeps only the layers below its tap where there are no class scores', async () => {
    const model = writeModel(smallNetwork())
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'small.onnx'), model)
    const backbone = await readBackbone(join(folder, 'small.onnx'))
    expect(backbone.classes).toBeUndefined()
    const { bytes, description } = await networkWithHead({ model, backbone, tap: 'stage-1', head: randomHead(8, 2), ...what })
    expect(description.taps?.map(({ id }) => id)).toEqual(['stage-1', 'head'])
    expect(readModel(bytes).graph.outputs.map(({ name }) => name)).toEqual(['embedding'])
    await writeFile(join(folder, 'run.onnx'), bytes)
    expect((await readBackbone(join(folder, 'run.onnx'))).defaultTap).toBe('head')
  })

  it('makes the same file each time, and refuses a tap that is not there', async () => {
    const head = randomHead(1280, 4)
    const input = { model: lite0, backbone: efficientnetLite0, tap: 'pooled', head, ...what }
    const [one, two] = [await networkWithHead(input), await networkWithHead(input)]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
    await expect(networkWithHead({ ...input, tap: 'stage-9' })).rejects.toMatchObject({ code: 'TAP_UNKNOWN' })
  })
})
