import { expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { product } from '#main/graph/formulas'
import { renderGraph } from '#main/graph/render-graph'
import { floats, integers } from '#main/graph/tensor'

it('shows a graph line by line, bodies indented', () => {
  const graph = new GraphBuilder()
  const x = graph.input('x', 'float32', ['N', 2])
  const y = product(x, graph.constant(floats([2, 1], [1, 2]), 'weights'))
  graph.output(graph.add('ReduceSum', [y, graph.integers([1])], { keepdims: 0 }), 'sum')
  graph.loop(graph.constant(integers([], [2]), 'twice'), [x], (body, _, [state]) => ({ states: [body.add('Neg', [state])], collected: [] }))
  expect(renderGraph(graph)).toBe(`input x [N, 2]
constant weights [2, 1] = 1 2
constant constant_1 int64[1] = 1
constant twice int64[] = 2
MatMul_1 [N, 1] = MatMul(x, weights)
ReduceSum_1 [N] = ReduceSum(MatMul_1, constant_1, keepdims: 0)
Loop_1 [N, 2] = Loop(twice, –, x)
  input round_1 int64[]
  input going_1 bool[]
  input state_1 [N, 2]
  Neg_1 [N, 2] = Neg(state_1)
  Identity_1 bool[] = Identity(going_1)
  output Identity_1 = Identity_1
  output Neg_1 = Neg_1
output sum = ReduceSum_1`)
})
