import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { plus, times } from '#main/graph/formulas'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats, integers } from '#main/graph/tensor'

async function run(graph: GraphBuilder, feeds: Parameters<Awaited<ReturnType<typeof openSession>>['run']>[0]) {
  const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'], threads: 1 })
  const answers = await session.run(feeds)
  await session.release()
  return answers
}

describe('graphBuilder', () => {
  it('infers shapes as it builds, symbols among them', () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', ['N', 3])
    const y = graph.add('MatMul', [x, graph.constant(floats([3, 2], [1, 2, 3, 4, 5, 6]))])
    expect(y.shape).toEqual(['N', 2])
    expect(graph.add('Add', [y, graph.number(1)]).shape).toEqual(['N', 2])
  })

  it('says at once what does not fit', () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', [2, 3])
    expect(() => graph.add('MatMul', [x, x])).toThrow(expect.objectContaining({ code: 'GRAPH_MISTAKE', message: expect.stringContaining('[2, 3] and [2, 3]') }))
    expect(() => graph.add('Add', [x, graph.input('w', 'float32', [2])])).toThrow(/do not broadcast/)
    expect(() => graph.add('Add', [x, graph.number(1, 'float64')])).toThrow(/float64/)
    const doubles = graph.input('doubles', 'float64', [3, 2])
    for (const operator of ['MatMul', 'Gemm'] as const)
      expect(() => graph.add(operator, [x, doubles])).toThrow(/float64/)
    expect(() => graph.add('Concat', [x, graph.input('more', 'float64', [2, 3])], { axis: 0 })).toThrow(/float64/)
    expect(() => graph.add('Gemm', [x, x, graph.input('c', 'float32', [3])], { transB: 1 })).toThrow(/do not broadcast/)
    expect(() => graph.add('Gemm', [x, x, graph.input('d', 'float32', [1, 2, 2])], { transB: 1 })).toThrow(/cannot be added/)
    expect(() => graph.add('Reshape', [x, graph.integers([4, -1])])).toThrow('[2, 3] cannot be read as [4, -1]')
    expect(() => graph.add('Reshape', [x, graph.integers([2, 3, 0])])).toThrow(/axis 2/)
    expect(() => graph.add('Squeeze', [x, graph.integers([-1])])).toThrow(/more than one/)
    expect(() => graph.add('Slice', [x, graph.integers([0, 0]), graph.integers([1])])).toThrow(/2 starts/)
    expect(() => graph.add('Pad', [x, graph.integers([1, 1])])).toThrow(/2 pads/)
    expect(() => graph.add('Relu', [x], { slope: 1 })).toThrow(/no attribute slope/)
    expect(() => graph.input('x', 'float32', [])).toThrow(/two values are called x/)
  })

  it('makes the same bytes of the same calls, and stores equal constants once', () => {
    const build = () => {
      const graph = new GraphBuilder()
      const x = graph.input('x', 'float32', [2])
      graph.output(plus(times(x, 2), times(x, 2)), 'y')
      return graph
    }
    expect(writeModel(build().toModel())).toEqual(writeModel(build().toModel()))
    expect(build().constants).toHaveLength(1)
  })

  it('gives out one value under several names', async () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', [2])
    const y = plus(x, 1)
    graph.output(y, 'a')
    graph.output(y, 'b')
    graph.output(x, 'same')
    expect(() => graph.output(y, 'a')).toThrow(/two outputs/)
    const got = await run(graph, { x: floats([2], [1, 2]) })
    expect([got.a, got.b, got.same].map(({ values }) => [...values])).toEqual([[2, 3], [2, 3], [1, 2]])
  })

  it('repeats a body over states, using values from around it', async () => {
    const graph = new GraphBuilder()
    const count = graph.input('count', 'int64', [])
    const step = graph.input('step', 'float32', [2])
    const { states: [last], collected: [seen] } = graph.loop(count, [graph.constant(floats([2], [0, 1]))], (_body, _round, [state]) => {
      const next = plus(times(state, 2), step)
      return { states: [next], collected: [next] }
    })
    expect(seen.shape).toEqual(['rounds', 2])
    graph.output(last, 'last')
    graph.output(seen, 'seen')
    const got = await run(graph, { count: integers([], [3]), step: floats([2], [1, 0]) })
    expect([...got.last.values]).toEqual([7, 8])
    expect(got.seen.shape).toEqual([3, 2])
    expect([...got.seen.values]).toEqual([1, 2, 3, 4, 7, 8])
  })

  it('writes no node and no constant that no output needs', () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', [2])
    graph.add('Add', [x, graph.constant(floats([2], [1, 2]), 'idle')])
    graph.output(graph.add('Mul', [x, graph.constant(floats([2], [3, 4]), 'used')]))
    const { nodes, initializers } = graph.toGraph()
    expect(nodes.map(({ opType }) => opType)).toEqual(['Mul'])
    expect(initializers.map(({ name }) => name)).toEqual(['used'])
  })
})
