import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { everyTap } from '#main/backbones/every-tap'
import { resnet34 } from '#main/backbones/resnet34'
import { tappedModel } from '#main/backbones/tapped-model'
import { withOutputs } from '#main/backbones/with-outputs'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'

describe('tappedModel', () => {
  let model: Uint8Array
  const picture = Float32Array.from({ length: 2 * 3 * 224 * 224 }, (_, i) => Math.sin(i * 0.001) * Math.cos(i * 0.37))

  beforeAll(async () => {
    model = await readFile('models/efficientnet-lite0.onnx')
  })

  async function answersOf(bytes: Uint8Array) {
    const session = await openSession(bytes, {
      providers: ['cpu'],
    })
    const answers = await session.run({
      input: floats([2, 3, 224, 224], picture),
    })
    await session.release()
    return answers
  }

  it('answers every tap and the scores, the last of them as the whole network does', async () => {
    const taps = efficientnetLite0.taps.map(({ id }) => id)
    const tapped = await tappedModel(model, efficientnetLite0, taps)
    expect(tapped).toMatchObject({ input: 'input', hasScores: true })
    const [whole, cut] = [await answersOf(model), await answersOf(tapped.bytes)]
    for (const { id, columns } of efficientnetLite0.taps) {
      expect(cut[id].shape, id).toEqual([2, columns])
      expect((cut[id].values as Float32Array).some(value => value !== 0)).toBe(true)
    }
    expect(cut.pooled.values).toEqual(whole.embedding.values)
    expect(cut.scores.values).toEqual(whole.logits.values)
  })

  it('answers layers flattened and side by side, of as many activations as the entry says', async () => {
    const { taps, bytes } = { taps: everyTap(efficientnetLite0), ...await tappedModel(model, efficientnetLite0, everyTap(efficientnetLite0).map(({ id }) => id)) }
    const cut = await answersOf(bytes)
    for (const { id, columns } of taps)
      expect(cut[id].shape, id).toEqual([2, columns])
    const flat = efficientnetLite0.taps.map(({ flat }) => flat!)
    const whole = await answersOf(writeModel(withOutputs(readModel(model), flat.map(({ name }) => ({ name: name!, tensor: name! })))))
    for (const { name, count } of flat)
      expect(whole[name!].values.length, name).toBe(2 * count)
  })

  it('leaves out the layers that no wanted tap needs', async () => {
    const { classes, ...unclassified } = efficientnetLite0
    const { bytes, hasScores } = await tappedModel(model, unclassified, ['stage-2'])
    const { graph } = readModel(bytes)
    expect([
      hasScores,
      classes?.count,
      graph.outputs.map(({ name }) => name),
    ]).toEqual([
      false,
      1000,
      ['stage-2'],
    ])
    expect(bytes.length).toBeLessThan(model.length / 20)
    expect(graph.nodes.length).toBeLessThan(readModel(model).graph.nodes.length / 4)
  })

  it('refuses a tap that is not there, and a file that is another network', async () => {
    await expect(tappedModel(model, efficientnetLite0, ['stage-9'])).rejects.toMatchObject({ code: 'TAP_UNKNOWN', usage: true })
    await expect(tappedModel(model, resnet34, ['pooled'])).rejects.toMatchObject({ code: 'MODEL_UNEXPECTED' })
    await expect(tappedModel(Buffer.from('not a network'), resnet34, ['pooled'])).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
  })
})
