import { describe, expect, it } from 'vitest'
import { withOutputs } from '#main/backbones/with-outputs'
import { GraphBuilder } from '#main/graph/builder'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'

describe('withOutputs', () => {
  const graph = new GraphBuilder('small')
  const x = graph.input('x', 'float32', [1, 2, 2, 2])
  const doubled = graph.add('Add', [x, x], {}, 'doubled')
  const offset = graph.constant(floats([1, 2, 1, 1], [100, 200]), 'offset')
  graph.output(graph.add('Add', [doubled, offset], {}, 'moved'))
  const model = graph.toModel()

  it('answers tensors from inside, averaged, flattened or as they are, for any number of rows', async () => {
    const bytes = writeModel(withOutputs(model, [
      { name: 'mean', tensor: 'moved', pooling: 'average' },
      { name: 'flat', tensor: 'doubled', pooling: 'none' },
      { name: 'doubled', tensor: 'doubled' },
    ]))
    const session = await openSession(bytes, {
      providers: ['cpu'],
    })
    const values = Float32Array.from({ length: 16 }, (_, i) => i)
    const { mean, flat, doubled: same } = await session.run({
      x: floats([2, 2, 2, 2], values),
    })
    await session.release()
    expect([
      mean.shape,
      [...mean.values],
    ]).toEqual([
      [2, 2],
      [103, 211, 119, 227],
    ])
    expect([flat.shape, same.shape]).toEqual([
      [2, 8],
      [2, 2, 2, 2],
    ])
    expect([...flat.values].map(Number)).toEqual([...values].map(value => 2 * value))
  })

  it('takes old files, which list their weights among the inputs', async () => {
    const { graph: whole } = model
    const weights = whole.initializers.map(({ name, type, shape }) => ({ name, type, shape }))
    const old = { ...model, graph: { ...whole, inputs: [...whole.inputs, ...weights] } }
    const cut = withOutputs(old, [{ name: 'flat', tensor: 'moved', pooling: 'none' }])
    expect(cut.graph.inputs).toEqual([{ name: 'x', type: 'float32', shape: ['N', 2, 2, 2] }])
    const session = await openSession(writeModel(cut), { providers: ['cpu'] })
    await session.release()
  })

  it('drops nodes and weights that nothing wanted needs, and leaves the model given alone', () => {
    const before = JSON.stringify(model, (_, value) => typeof value === 'bigint'
      ? String(value)
      : value)
    const { graph: cut } = withOutputs(model, [
      { name: 'flat', tensor: 'doubled', pooling: 'none' },
    ])
    expect(cut.nodes.map(({ opType }) => opType)).toEqual(['Add', 'Flatten'])
    expect(cut.initializers).toEqual([])
    expect(JSON.stringify(model, (_, value) => typeof value === 'bigint'
      ? String(value)
      : value)).toBe(before)
  })
})
