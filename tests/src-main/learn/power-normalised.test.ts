import type { Matrix } from '#main/matrix/matrix'
import { expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { powerNormalised, powerNormalisedProduct } from '#main/learn/power-normalised'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { powerNormalisedByHand } from './power-normalised-by-hand'

const { normal } = random(3)
const features = matrix(6, 40, Float32Array.from({ length: 240 }, normal))
features.values.fill(0, 40, 80)

async function normalised(of: Matrix): Promise<Matrix> {
  const graph = new GraphBuilder('test')
  graph.output(powerNormalised(graph.input('x', 'float32', ['N', 40])), 'y')
  const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
  const { y } = await session.run({ x: floats([of.rows, 40], of.values) })
  await session.release()
  return matrix(of.rows, 40, y.values as Float32Array<ArrayBuffer>)
}

it('is about the signed square root, at unit length, and leaves zeros', async () => {
  const rows = await normalised(features)
  expect([rows.rows, rows.columns]).toEqual([6, 40])
  expect(rows.values.subarray(40, 80).every(value => value === 0)).toBe(true)
  for (const row of [0, 4]) {
    const from = features.values.subarray(row * 40, (row + 1) * 40)
    const total = from.reduce((sum, x) => sum + Math.abs(x), 0)
    from.forEach((x, d) => expect(rows.values[row * 40 + d]).toBeCloseTo(Math.sign(x) * Math.sqrt(Math.abs(x) / total), 1))
    expect(Math.hypot(...rows.values.subarray(row * 40, (row + 1) * 40))).toBeCloseTo(1, 5)
  }
})

it('is what the formula says, whatever the length of the features, alone and before a product', async () => {
  const longer = matrix(6, 40, features.values.map(x => 7 * x))
  const expected = powerNormalisedByHand(features)
  const rows = await normalised(longer)
  const graph = new GraphBuilder('test')
  const identity = Float32Array.from({ length: 1600 }, (_, at) => at % 41 === 0 ? 1 : 0)
  graph.output(powerNormalisedProduct(graph.input('x', 'float32', ['N', 40]), graph.constant(floats([40, 40], identity), 'weights')), 'y')
  const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
  const { y } = await session.run({ x: floats([6, 40], longer.values) })
  await session.release()
  expected.values.forEach((value, at) => {
    expect(rows.values[at]).toBeCloseTo(value, 5)
    expect((y.values as Float32Array)[at]).toBeCloseTo(value, 5)
  })
})
