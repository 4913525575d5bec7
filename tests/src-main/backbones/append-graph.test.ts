import type { OnnxModel } from '#main/graph/protobuf/model'
import type { Tensor } from '#main/graph/tensor'
import { expect, it } from 'vitest'
import { appendGraph } from '#main/backbones/append-graph'
import { withOutputs } from '#main/backbones/with-outputs'
import { GraphBuilder } from '#main/graph/builder'
import { minus, over, plus, sumOver, times } from '#main/graph/formulas'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { applyHead } from '#main/learn/apply-head'
import { headModel } from '#main/learn/head-model'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

/** 2x, in which names are taken that the other graph uses too. */
function host() {
  const graph = new GraphBuilder('host')
  const x = graph.input('x', 'float32', ['N', 3])
  graph.output(times(x, graph.constant(floats([1], [2]), 'weights')), 'features')
  return graph.toModel()
}

/** What differs between operator sets: sums, means and extremes over an axis, axes added and taken away. */
function appended() {
  const graph = new GraphBuilder('appended')
  const features = graph.input('features', 'float32', ['N', 3])
  const axis = graph.integers([1])
  const mean = graph.add('ReduceMean', [features, axis], { keepdims: 1 })
  const most = graph.add('ReduceMax', [features, axis], { keepdims: 1 })
  const taller = graph.add('Unsqueeze', [features, axis])
  const centred = minus(graph.add('Squeeze', [taller, axis]), mean)
  const weights = graph.constant(floats([3], [1, 10, 100]), 'weights')
  graph.output(plus(sumOver(times(centred, weights), 1), over(most, 2)), 'answer')
  return graph.toGraph()
}

/** The host in an old file format and under an operator set, with another graph on its features, run on x. */
async function answerOf(version: number, graph: OnnxModel['graph'], x: Tensor): Promise<number[]> {
  const model = { ...host(), irVersion: 3, opsets: [{ domain: '', version }] }
  const joined = appendGraph(model, graph, { features: 'features' }, 'more')
  const session = await openSession(writeModel(withOutputs(joined.model, [{ name: 'y', tensor: joined.output }])), { providers: ['cpu'] })
  const { y } = await session.run({ x })
  await session.release()
  return Array.from(y.values, Number)
}

it.each([7, 8, 9, 10, 11, 12, 13, 17, 18, 21])('joins graphs whose names clash, under operator set %i', async (version) => {
  // 2x is 2 4 6 with mean 4 and most 6, and 0 0 −6 with mean −2 and most 0.
  expect(await answerOf(version, appended(), floats([2, 3], [1, 2, 3, 0, 0, -3]))).toEqual([-2 + 200 + 3, 2 + 20 - 400])
})

it.each([7, 8, 9, 10, 11, 18])('joins a learnt head, neighbours and all, under operator set %i', async (version) => {
  const { normal } = random(1)
  const normals = (rows: number, columns: number) => matrix(rows, columns, Float32Array.from({ length: rows * columns }, normal))
  const head = headModel({ weights: normals(3, 4), offset: normals(1, 4).values }, normals(4, 2), {}, { anchors: normals(5, 4), places: normals(5, 2), along: normals(2, 4), temperature: 0.3 })
  const x = normals(6, 3)
  const expected = await applyHead(matrix(6, 3, x.values.map(value => 2 * value)), head)
  const got = await answerOf(version, readModel(head).graph, floats([6, 3], x.values))
  got.forEach((value, at) => expect(value).toBeCloseTo(expected.values[at], 5))
})

it('leaves the network it was given as it was', () => {
  const model = host()
  const before = structuredClone(model)
  appendGraph(model, appended(), { features: 'features' }, 'more')
  expect(model).toEqual(before)
})
