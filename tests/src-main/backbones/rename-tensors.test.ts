import { describe, expect, it } from 'vitest'
import { freeName, freeNames, namesIn, renameTensors } from '#main/backbones/rename-tensors'
import { GraphBuilder } from '#main/graph/builder'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats, integers } from '#main/graph/tensor'

/** Doubles x a number of times, by a loop whose body reads a weight from around it. */
function loopedModel() {
  const graph = new GraphBuilder('looped')
  const x = graph.input('x', 'float32', [2])
  const two = graph.constant(floats([], [2]), 'two')
  const { states: [last] } = graph.loop(graph.constant(integers([], [3]), 'rounds'), [x], (body, _, [state]) => ({
    states: [body.add('Mul', [state, two])],
    collected: [],
  }))
  graph.output(last, 'y')
  return graph.toModel()
}

async function answer(model: ReturnType<typeof loopedModel>): Promise<Record<string, number[]>> {
  const session = await openSession(writeModel(model), { providers: ['cpu'] })
  const answers = await session.run({ [session.inputs[0].name]: floats([2], [1, -2]) })
  await session.release()
  return Object.fromEntries(Object.entries(answers).map(([name, { values }]) => [name, Array.from(values, Number)]))
}

describe('renameTensors', () => {
  it('renames what a loop reads from around it as well, so that the network computes the same', async () => {
    const model = loopedModel()
    expect(await answer(model)).toEqual({ y: [8, -16] })
    const renamed = { ...model, graph: renameTensors(model.graph, name => `new/${name}`) }
    expect(await answer(renamed)).toEqual({ 'new/y': [8, -16] })
    expect([...namesIn(renamed)].every(name => name.startsWith('new/'))).toBe(true)
  })

  it('makes names free, and says what their tensors are called now', async () => {
    const { model, nameOf } = freeNames(loopedModel(), ['two', 'y', 'unused'])
    expect(['two', 'y', 'unused'].some(name => namesIn(model).has(name))).toBe(false)
    expect(namesIn(model).has(nameOf('two'))).toBe(true)
    expect(await answer(model)).toEqual({ [nameOf('y')]: [8, -16] })
  })

  it('counts on until a name is free', () => {
    expect(freeName('a', new Set(['b']))).toBe('a')
    expect(freeName('a', new Set(['a', 'a.1']))).toBe('a.2')
  })
})
