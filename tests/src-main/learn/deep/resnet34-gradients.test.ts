import type { Tensor } from '#main/graph/tensor'
import type { Tail } from '#main/learn/deep/tail'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readBackbone } from '#main/backbones/read-backbone'
import { resnet34Graph } from '#main/backbones/resnet34-graph'
import { splitNetwork, withHead } from '#main/backbones/split-network'
import { GraphBuilder } from '#main/graph/builder'
import { product, unitRows } from '#main/graph/formulas'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { deepGradientGraph, gradientName, weightName } from '#main/learn/deep/deep-graph'
import { networkForBatch } from '#main/learn/deep/tail'
import { losses } from '#main/learn/losses/table'
import { hashedUniform, hashedWeights } from '#tests/fixtures/hashed-weights'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

const side = 64
const classes = [0, 0, 1, 1, 2, 2]

it('differentiates the whole of ResNet34 as PyTorch does in float64', { timeout: 120_000 }, async () => {
  const golden = JSON.parse(await readFile('tests/reference/resnet34-gradients.json', 'utf8')) as { loss: number, gradients: Record<string, { length: number, sums: number[] }> }
  const head = new GraphBuilder('head')
  const weights = head.constant(floats([512, 16], Float32Array.from(hashedUniform('head', 512 * 16), u => 0.2 * u - 0.1)), 'directions')
  head.output(product(unitRows(head.input('features', 'float32', ['N', 512])), weights), 'embedding')
  const network = resnet34Graph(hashedWeights, 1000, side)
  const file = join(await temporaryFolder(), 'resnet34.onnx')
  await writeFile(file, writeModel(network))
  const split = await splitNetwork(network, await readBackbone(file), 'pooled', 'all')
  const whole = withHead(split, head.toModel())
  const tail: Tail = { network: await networkForBatch(whole, classes.length), shape: split.shape, type: 'float32' }
  const { model, weights: forms } = deepGradientGraph({ tail, batch: classes.length, classes: 3, loss: losses.silhouette, lossWeights: {} })
  const session = await openSession(writeModel(model), { providers: ['cpu'], plannedMemory: false })
  const picture = Float32Array.from(hashedUniform('pictures', classes.length * 3 * side * side), u => 4 * u - 2)
  const answers = await session.run({
    activations: floats([classes.length, side, side, 3], placesLast(picture)),
    oneHot: floats([classes.length, 3], classes.flatMap(label => [0, 1, 2].map(at => at === label ? 1 : 0))),
    ...Object.fromEntries(Object.entries(forms).map(([name, { shape, start }]): [string, Tensor] => [weightName(name), floats(shape, start())])),
  })
  await session.release()

  expect(Number(answers.loss.values[0])).toBeCloseTo(golden.loss, 5)
  const kernels = Object.entries(forms).filter(([, { restore, start }]) => restore(start()).shape.length === 4)
  expect(kernels).toHaveLength(Object.keys(golden.gradients).length)
  let squares = 0
  let errors = 0
  for (const [name, { length, sums }] of Object.entries(golden.gradients)) {
    // A weight with batch norm folded into it is called after it.
    const form = kernels.find(([kernel]) => kernel.replace(/^.*_W_/, '') === `${name}.weight`)
    expect(form, name).toBeDefined()
    const gradient = form![1].restore(answers[gradientName(weightName(form![0]))].values as Float32Array).values as Float32Array
    const apart = sums.map((sum, at) => {
      const signs = hashedUniform(`${name} ${at}`, gradient.length)
      return gradient.reduce((all, value, i) => all + (signs[i] < 0.5 ? -value : value), 0) - sum
    })
    // Under random signs the square of a sum is on average that of the length.
    const error = apart.reduce((sum, difference) => sum + difference ** 2, 0) / apart.length
    expect(Math.sqrt(error) / length, name).toBeLessThan(5e-4)
    errors += error
    squares += length ** 2
  }
  expect(Math.sqrt(errors / squares)).toBeLessThan(1e-4)
})

/** [N, 3, side, side] as [N, side, side, 3]. */
function placesLast(pictures: Float32Array): Float32Array {
  const area = side * side
  return pictures.map((_, at) => {
    const [picture, place, channel] = [Math.floor(at / (3 * area)), Math.floor(at / 3) % area, at % 3]
    return pictures[(picture * 3 + channel) * area + place]
  })
}
