import { createHash } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { readBackbone } from '#main/backbones/read-backbone'

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

  it('refuses what is no network or is not there', async () => {
    await writeFile(join(folder, 'noise.onnx'), createHash('sha512').digest())
    await expect(readBackbone(join(folder, 'noise.onnx'))).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
    await expect(readBackbone(join(folder, 'gone.onnx'))).rejects.toMatchObject({ code: 'MODEL_MISSING' })
  })
})
