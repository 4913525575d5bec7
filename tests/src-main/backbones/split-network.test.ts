import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readBackbone } from '#main/backbones/read-backbone'
import { splitNetwork } from '#main/backbones/split-network'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { random } from '#main/matrix/random'
import { smallNetwork } from '#tests/fixtures/small-network'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

describe('splitNetwork', () => {
  const network = smallNetwork()
  let backbone: Awaited<ReturnType<typeof readBackbone>>

  beforeEach(async () => {
    const file = join(await temporaryFolder(), 'small.onnx')
    await writeFile(file, writeModel(network))
    backbone = await readBackbone(file)
  })

  it('cuts between two resolutions, so that both parts together are the network', async () => {
    const { boundary, shape, trunk, tail } = await splitNetwork(network, backbone, 'pooled', 'last-stage')
    expect([boundary, shape]).toEqual(['stage-1', [16, 16, 8]])
    const from = random(2)
    const picture = floats([2, 3, 32, 32], Float32Array.from({ length: 2 * 3 * 32 * 32 }, from.normal))
    const run = async (model: typeof network, input: Parameters<typeof floats>) => {
      const session = await openSession(writeModel(model), { providers: ['cpu'] })
      const answers = await session.run({ [session.inputs[0].name]: floats(...input) })
      await session.release()
      return answers
    }
    const { activations } = await run(trunk!, [[2, 3, 32, 32], picture.values as Float32Array])
    expect(activations.shape).toEqual([2, 16, 16, 8])
    const values = activations.values as Float32Array
    const channelsFirst = values.map((_, at) => {
      const [photo, channel, place] = [Math.floor(at / 2048), Math.floor(at / 256) % 8, at % 256]
      return values[(photo * 256 + place) * 8 + channel]
    })
    const { features } = await run(tail, [[2, 8, 16, 16], channelsFirst])
    const whole = await run({ ...network, graph: { ...network.graph, outputs: [{ name: 'embedding', type: 'float32' }] } }, [[2, 3, 32, 32], picture.values as Float32Array])
    features.values.forEach((value, at) => expect(Number(value)).toBeCloseTo(Number(whole.embedding.values[at]), 5))
  })

  it('leaves nothing frozen where as many stages are trained as there are', async () => {
    for (const depth of ['two-stages', 'all'] as const) {
      const { boundary, shape, trunk } = await splitNetwork(network, backbone, 'pooled', depth)
      expect([boundary, shape, trunk]).toEqual(['pixels', [32, 32, 3], undefined])
    }
  })

  it('refuses a layer that is put together from several', async () => {
    await expect(splitNetwork(network, backbone, 'stage-1-flat', 'last-stage')).rejects.toMatchObject({ code: 'DEPTH_NOT_POSSIBLE' })
  })
})
