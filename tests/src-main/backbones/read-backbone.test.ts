import { createHash } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { readBackbone } from '#main/backbones/read-backbone'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { smallNetwork } from '#tests/fixtures/small-network'

describe('readBackbone', () => {
  let folder: string
  let file: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'silhouette-backbone-'))
    file = join(folder, 'My Network.onnx')
    await cp('models/efficientnet-lite0.onnx', file)
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('reads a network as a backbone', async () => {
    const { bytes, sha256 } = efficientnetLite0
    expect(await readBackbone(file)).toMatchObject({
      id: 'my-network',
      title: 'My Network',
      file: 'My Network.onnx',
      bytes,
      sha256,
      preprocessing: {
        resize: 256,
        crop: 224,
        mean: [0.485, 0.456, 0.406],
      },
      defaultTap: 'pooled',
      classes: { count: 1000, tensor: 'logits', namesFile: 'imagenet-labels.json' },
    })
  })

  it('takes what the user says beside it', async () => {
    const said = {
      title: 'Mine',
      licence: 'MIT',
      resize: 224,
      mean: [0.5, 0.5, 0.5],
      deviation: [0.5, 0.5, 0.5],
      namesFile: 'names.json',
    }
    await writeFile(join(folder, 'My Network.json'), JSON.stringify(said))
    expect(await readBackbone(file)).toMatchObject({
      title: 'Mine',
      licence: 'MIT',
      preprocessing: {
        resize: 224,
        crop: 224,
        mean: [0.5, 0.5, 0.5],
        deviation: [0.5, 0.5, 0.5],
      },
      classes: { namesFile: 'names.json' },
    })
    await rm(join(folder, 'My Network.json'))
  })

  it.each([
    'not json',
    '{"resize": -1}',
    '{"deviation": [1, 0, 1]}',
    '{"colour": "BGR"}',
    '{"namesFile": "../elsewhere.json"}',
  ])('refuses the description %s', async (text) => {
    await writeFile(join(folder, 'My Network.json'), text)
    await expect(readBackbone(file)).rejects.toMatchObject({ code: 'MODEL_DESCRIPTION_INVALID', usage: true })
    await rm(join(folder, 'My Network.json'))
  })

  it('takes the layers that the user names', async () => {
    const own = join(folder, 'small.onnx')
    await writeFile(own, writeModel(smallNetwork()))
    const said = {
      crop: 32,
      taps: [
        { id: 'mine', title: 'Mine', columns: 8, tensor: { name: 'stem', spatial: true }, flat: { count: 2048, name: 'stem' } },
        { id: 'last', title: 'Last', columns: 12, tensor: { name: 'embedding', spatial: false } },
      ],
      defaultTap: 'mine',
      classes: { count: 10, tensor: 'scores' },
      namesFile: 'ten.json',
    }
    await writeFile(join(folder, 'small.json'), JSON.stringify(said))
    expect(await readBackbone(own)).toMatchObject({ taps: said.taps, defaultTap: 'mine', classes: { count: 10, tensor: 'scores', namesFile: 'ten.json' } })

    const wrong: [string, object][] = [
      ['no tensor', { taps: [{ ...said.taps[1], id: 'mine', tensor: { name: 'gone', spatial: false } }] }],
      ['columns', { taps: [{ ...said.taps[1], id: 'mine', columns: 13 }] }],
      ['spatial', { taps: [{ ...said.taps[1], id: 'mine', tensor: { name: 'embedding', spatial: true } }] }],
      ['activations', { taps: [{ ...said.taps[0], flat: { count: 7, name: 'stem' } }] }],
      ['classes', { classes: { count: 11, tensor: 'scores' } }],
      ['default', { defaultTap: 'other' }],
      ['side', { crop: 64 }],
    ]
    for (const [what, change] of wrong) {
      await writeFile(join(folder, 'small.json'), JSON.stringify({ ...said, ...change }))
      await expect(readBackbone(own), what).rejects.toMatchObject({ code: 'MODEL_DESCRIPTION_INVALID' })
    }
  })

  it('takes a network for pictures of any size at the size that the user says, and refuses one that fits none', async () => {
    const { graph, ...rest } = smallNetwork()
    const anySize = { ...rest, graph: { ...graph, inputs: [{ ...graph.inputs[0], shape: ['N', 3, 'H', 'W'] }] } }
    const own = join(folder, 'any.onnx')
    await writeFile(own, writeModel(anySize))
    expect((await readBackbone(own)).preprocessing.crop).toBe(224)
    await writeFile(join(folder, 'any.json'), '{"crop": 64, "resize": 70}')
    expect((await readBackbone(own)).preprocessing).toMatchObject({ crop: 64, resize: 70 })

    // Its classifier takes the picture flattened, which has its length at one size only, and the file does not say which.
    const nodes = graph.nodes.filter(({ opType }) => opType !== 'GlobalAveragePool')
      .map(node => node.opType === 'Flatten' ? { ...node, inputs: ['pooled'] } : node)
    await rm(join(folder, 'any.json'))
    await writeFile(own, writeModel({ ...anySize, graph: { ...anySize.graph, nodes } }))
    await expect(readBackbone(own)).rejects.toMatchObject({ code: 'MODEL_NOT_AN_IMAGE_NETWORK', message: expect.stringContaining('224 × 224') })
  })

  it('refuses a damaged file: cut off, with a weight gone, or with an operator that there is not', async () => {
    const own = join(folder, 'damaged.onnx')
    const whole = writeModel(smallNetwork())
    const { graph, ...rest } = readModel(whole)
    const damaged = [
      whole.subarray(0, whole.length / 2),
      writeModel({ ...rest, graph: { ...graph, initializers: graph.initializers.slice(1) } }),
      writeModel({ ...rest, graph: { ...graph, nodes: graph.nodes.map(node => node.opType === 'Gemm' ? { ...node, opType: 'Gemmm' } : node) } }),
    ]
    for (const bytes of damaged) {
      await writeFile(own, bytes)
      await expect(readBackbone(own)).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
    }
  })

  it('refuses what is no network or is not there', async () => {
    await writeFile(join(folder, 'noise.onnx'), createHash('sha512').digest())
    await expect(readBackbone(join(folder, 'noise.onnx'))).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
    await expect(readBackbone(join(folder, 'gone.onnx'))).rejects.toMatchObject({ code: 'MODEL_MISSING' })
  })
})
