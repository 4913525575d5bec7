import type { Tensor } from '#main/graph/tensor'
import type { LoweringCase } from './lowering-cases'
import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { gradients } from '#main/graph/gradient'
import { writeModel } from '#main/graph/protobuf/write-model'
import { lowerNetwork } from '#main/graph/rows/lower-network'
import { lowerings } from '#main/graph/rows/lowerings/table'
import { openSession } from '#main/graph/session'
import { elementCount, floats } from '#main/graph/tensor'
import { loweringCases, networkOf } from './lowering-cases'
import { single } from './operator-case'

describe('every lowering', () => {
  for (const [operator, cases] of Object.entries(loweringCases)) {
    cases.forEach((each, at) => {
      it(`${operator} ${at + 1}: answers what ONNX Runtime computes, with the gradient of finite differences`, () => check(each))
    })
  }

  it('is checked', () => {
    expect(Object.keys(loweringCases)).toEqual(Object.keys(lowerings))
  })
})

async function check(each: LoweringCase): Promise<void> {
  const network = networkOf(each)
  const { step = 3e-3 } = each
  const picture = single(network.graph.inputs[0].shape as number[], 3)
  const options = { providers: ['cpu'], threads: 1 }
  const original = await openSession(writeModel(network), options)
  const expected = (await original.run({ x: picture }))[network.graph.outputs[0].name]
  await original.release()

  const graph = new GraphBuilder()
  const x = graph.input('x', 'float32', picture.shape)
  const feeds: Record<string, Tensor> = { x: picture }
  const { outputs, weights } = lowerNetwork(graph, network.graph, { x: { value: x } }, (name, { shape, start }) => {
    feeds[name] = floats(shape, start())
    return graph.input(name, 'float32', shape)
  })
  const [answer] = Object.values(outputs)
  const loss = graph.add('ReduceSum', [graph.add('Mul', [answer, fixed(graph, answer.shape as number[])])], { keepdims: 0 })
  const by = graph.inputs.slice()
  graph.output(answer, 'answer')
  graph.output(loss, 'loss')
  gradients(graph, loss, by).forEach((gradient, at) => graph.output(gradient, `by ${by[at].name}`))
  const session = await openSession(writeModel(graph.toModel()), options)
  const got = await session.run(feeds)

  expect(got.answer.shape).toEqual(expected.shape)
  got.answer.values.forEach((value, at) => expect(Math.abs(Number(value) - Number(expected.values[at]))).toBeLessThan(2e-5 * Math.max(1, Math.abs(Number(value)))))
  for (const { name } of by) {
    const gradient = got[`by ${name}`]
    expect(gradient.shape).toEqual(feeds[name].shape)
    const values = feeds[name].values as Float32Array
    // Every seventh element and the last, so that the law is checked in a moment.
    for (let i = 0; i < values.length; i = i + 7 < values.length || i === values.length - 1 ? i + 7 : values.length - 1) {
      const at = async (shift: number): Promise<number> => {
        const moved = values.slice()
        moved[i] += shift
        return Number((await session.run({ ...feeds, [name]: floats(feeds[name].shape, moved) }, ['loss'])).loss.values[0])
      }
      const numeric = (await at(step) - await at(-step)) / (2 * step)
      expect(Math.abs(Number(gradient.values[i]) - numeric)).toBeLessThan(2e-2 * Math.max(1, Math.abs(numeric)))
    }
  }
  await session.release()
  for (const [name, weight] of Object.entries(weights)) {
    const restored = weight.restore(weight.start())
    const stored = network.graph.initializers.find(initializer => initializer.name === name)!
    expect(restored.shape).toEqual(stored.shape)
    expect([...new Uint8Array(restored.values.buffer, restored.values.byteOffset, restored.values.byteLength)]).toEqual([...stored.raw])
  }
}

/** Fixed weights, so that no symmetry of a sum hides a wrong gradient. */
function fixed(graph: GraphBuilder, shape: number[]) {
  return graph.constant(floats(shape, Array.from({ length: elementCount(shape) }, (_, i) => Math.cos(i * 1.7) + 0.2)))
}
