import { expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { powerNormalised, powerNormalisedProduct } from '#main/learn/power-normalised'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

const { normal } = random(3)
const features = matrix(6, 40, Float32Array.from({ length: 240 }, normal))
features.values.fill(0, 40, 80)

it('is about the signed square root, at unit length, and leaves zeros', () => {
  const rows = powerNormalised(features, [0, 1, 4])
  expect([rows.rows, rows.columns]).toEqual([3, 40])
  expect(rows.values.subarray(40, 80).every(value => value === 0)).toBe(true)
  for (const [at, row] of [[0, 0], [2, 4]]) {
    const from = features.values.subarray(row * 40, (row + 1) * 40)
    const total = from.reduce((sum, x) => sum + Math.abs(x), 0)
    from.forEach((x, d) => expect(rows.values[at * 40 + d]).toBeCloseTo(Math.sign(x) * Math.sqrt(Math.abs(x) / total), 1))
    expect(Math.hypot(...rows.values.subarray(at * 40, (at + 1) * 40))).toBeCloseTo(1, 5)
  }
})

it('does not depend on the length of the features, and is the same in a graph', async () => {
  const longer = matrix(6, 40, features.values.map(x => 7 * x))
  const rows = powerNormalised(features, [0, 1, 2, 3, 4, 5])
  powerNormalised(longer, [0, 1, 2, 3, 4, 5]).values.forEach((value, at) => expect(value).toBeCloseTo(rows.values[at], 5))
  const graph = new GraphBuilder('test')
  const identity = Float32Array.from({ length: 1600 }, (_, at) => at % 41 === 0 ? 1 : 0)
  graph.output(powerNormalisedProduct(graph.input('x', 'float32', ['N', 40]), graph.constant(floats([40, 40], identity), 'weights')), 'y')
  const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
  const { y } = await session.run({ x: floats([6, 40], longer.values) })
  await session.release();
  (y.values as Float32Array).forEach((value, at) => expect(value).toBeCloseTo(rows.values[at], 5))
})
