import { expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats, tensor } from '#main/graph/tensor'
import { dec } from '#main/learn/losses/dec'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

const { normal } = random(2)
const rows = Array.from({ length: 9 }, () => [normal(), normal()])
const centres = Array.from({ length: 3 }, () => [normal(), normal()])

/** q, row by row as equation 1 says it. */
const belonging = rows.map((z) => {
  const nearness = centres.map(c => 1 / (1 + (z[0] - c[0]) ** 2 + (z[1] - c[1]) ** 2))
  return nearness.map(value => value / nearness.reduce((sum, other) => sum + other, 0))
})

/** p, row by row as equation 3 says it. */
const target = belonging.map((q) => {
  const shares = q.map((value, k) => value ** 2 / belonging.reduce((sum, row) => sum + row[k], 0))
  return shares.map(value => value / shares.reduce((sum, other) => sum + other, 0))
})

it('aims at the sharpened belongings, from centres that it is given', async () => {
  const { targets, weightsFrom } = dec.withoutLabels!
  const weights = weightsFrom!(matrix(3, 2, Float32Array.from(centres.flat())))
  const got = await targets({ embedding: matrix(9, 2, Float32Array.from(rows.flat())), clusters: 3, weights, seed: 0 })
  expect([got.rows, got.columns]).toEqual([9, 3])
  target.flat().forEach((value, at) => expect(got.values[at]).toBeCloseTo(value, 5))
})

it('is the divergence of the belongings from targets of any shares', async () => {
  const graph = new GraphBuilder()
  const double = (shape: number[], values: number[]) => graph.constant(tensor('float64', shape, Float64Array.from(values)))
  const byDimension = [0, 1].flatMap(d => centres.map(centre => centre[d]))
  graph.output(dec.build({ embedding: double([9, 2], rows.flat()), oneHot: double([9, 3], target.flat()), weights: { centres: double([2, 3], byDimension) } }), 'loss')
  const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
  const { loss } = await session.run({})
  await session.release()
  const expected = target.flat().reduce((sum, p, at) => sum + p * Math.log(p / belonging.flat()[at]), 0) / 9
  expect(expected).toBeGreaterThan(0.01)
  expect(Number(loss.values[0])).toBeCloseTo(expected, 9)
})

it('starts centres as the columns that the graph wants', () => {
  expect(dec.withoutLabels!.weightsFrom!(matrix(3, 2, Float32Array.of(1, 2, 3, 4, 5, 6)))).toEqual({ centres: floats([2, 3], [1, 3, 5, 2, 4, 6]) })
})
