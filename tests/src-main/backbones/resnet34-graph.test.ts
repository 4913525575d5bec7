import type { GraphSession } from '#main/graph/session'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resnet34 } from '#main/backbones/resnet34'
import { resnet34Graph } from '#main/backbones/resnet34-graph'
import { untrainedWeights } from '#main/backbones/resnet34-weights'
import { tappedModel } from '#main/backbones/tapped-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { hashedUniform, hashedWeights } from '#tests/fixtures/hashed-weights'

const taps = [
  'stage-1',
  'stage-2',
  'stage-3',
  'pooled',
]

describe('resnet34Graph', () => {
  let session: GraphSession
  let golden: Record<string, number[]>

  beforeAll(async () => {
    const model = await tappedModel(writeModel(resnet34Graph(hashedWeights)), resnet34, taps)
    session = await openSession(model.bytes, {
      providers: ['cpu'],
    })
    golden = JSON.parse(await readFile('tests/reference/resnet34.json', 'utf8')).answers
  })
  afterAll(() => session.release())

  it('answers what torchvision\'s network answers under the same weights, at every tap and in the scores', async () => {
    const picture = Float32Array.from(hashedUniform('picture', 3 * 224 * 224), u => 4 * u - 2)
    const answers = await session.run({
      input: floats([1, 3, 224, 224], picture),
    })
    expect(Object.keys(answers).sort()).toEqual([...taps, 'scores'].sort())
    for (const [name, expected] of Object.entries(golden)) {
      const largest = Math.max(...expected.map(Math.abs))
      const got = answers[name].values as Float32Array
      expect(got.length).toBe(expected.length)
      const worst = Math.max(...expected.map((value, i) => Math.abs(value - got[i]))) / largest
      expect(worst, name).toBeLessThan(1e-4)
      expect(largest).toBeGreaterThan(0.01)
    }
  })

  it('embeds each photo of a batch by itself', async () => {
    const picture = Float32Array.from(hashedUniform('picture', 3 * 224 * 224), u => 4 * u - 2)
    const both = new Float32Array(2 * picture.length)
    both.set(picture, picture.length)
    const { pooled } = await session.run({
      input: floats([2, 3, 224, 224], both),
    }, ['pooled'])
    const second = (pooled.values as Float32Array).subarray(512)
    const largest = Math.max(...golden.pooled)
    expect(Math.max(...golden.pooled.map((value, i) => Math.abs(value - second[i]))) / largest).toBeLessThan(1e-4)
  })
})

describe('untrainedWeights', () => {
  it('draws convolutions of the variance He asks for, and the same for the same seed', () => {
    const shape = [64, 64, 3, 3]
    const values = untrainedWeights(3)('layer1.0.conv1.weight', shape)
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length
    expect(variance / (2 / (64 * 9))).toBeCloseTo(1, 1)
    expect(untrainedWeights(3)('layer1.0.conv1.weight', shape)).toEqual(values)
    expect(untrainedWeights(4)('layer1.0.conv1.weight', shape)).not.toEqual(values)
  })

  it('starts batch norm as the identity', () => {
    const weights = untrainedWeights(3)
    expect([
      ...weights('bn1.weight', [2]),
      ...weights('bn1.bias', [2]),
      ...weights('bn1.running_mean', [2]),
      ...weights('bn1.running_var', [2]),
    ])
      .toEqual([1, 1, 0, 0, 0, 0, 1, 1])
  })
})
