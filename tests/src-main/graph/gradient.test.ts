import type { Value } from '#main/graph/value'
import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { mean, plus, product, times } from '#main/graph/formulas'
import { backward, gradients } from '#main/graph/gradient'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats, integers } from '#main/graph/tensor'

describe('gradients', () => {
  it('sums what comes back on several ways, and is zero where nothing leads', async () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', [1, 2])
    const unused = graph.input('unused', 'float32', [3])
    const loss = mean(plus(times(x, x), times(x, 3)))
    const [byX, byUnused] = gradients(graph, loss, [x, unused])
    graph.output(byX, 'byX')
    graph.output(byUnused, 'byUnused')
    const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
    const got = await session.run({ x: floats([1, 2], [1, -4]), unused: floats([3], [1, 2, 3]) })
    await session.release()
    expect([...got.byX.values]).toEqual([2.5, -2.5])
    expect([...got.byUnused.values]).toEqual([0, 0, 0])
  })

  it('goes back only between the loss and what is asked for', () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', [2, 2])
    const w = graph.input('w', 'float32', [2, 2])
    const frozen = product(product(x, x), x)
    const loss = mean(product(frozen, w))
    const before = graph.nodes.length
    gradients(graph, loss, [w])
    const products = graph.nodes.slice(before).filter(({ operator }) => operator === 'Gemm' || operator === 'MatMul')
    expect(products).toHaveLength(1)
  })

  it('refuses a loss that is not one number', () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', [2])
    expect(() => gradients(graph, times(x, x), [x])).toThrow(expect.objectContaining({ code: 'GRAPH_MISTAKE' }))
    expect(backward(graph, times(x, x), [x], x)[0].shape).toEqual([2])
  })

  it('names an operator that no gradient passes, and its node', () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', [2, 3, 4, 4])
    const pooled = graph.add('MaxPool', [x], { kernel_shape: [2, 2] }, 'the pooling')
    expect(() => gradients(graph, mean(pooled), [x])).toThrow(expect.objectContaining({
      code: 'OPERATOR_NOT_TRAINABLE',
      data: { operator: 'MaxPool', node: 'the pooling' },
    }))
  })

  it('takes the gradient that a formula states for itself, and lets whole numbers pass none', async () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', [3])
    const twice = graph.add('Add', [x, x])
    graph.differentiateBy(twice, { inputs: [x], gradient: ({ upstream }) => [times(upstream, 7)] })
    const steps = graph.add('Cast', [graph.add('Cast', [x], { to: 'int64' })], { to: 'float32' })
    const [byX] = gradients(graph, plus(mean(twice), mean(steps)), [x])
    graph.output(byX, 'byX')
    const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
    const got = await session.run({ x: floats([3], [1, 2, 3]) })
    await session.release()
    got.byX.values.forEach(value => expect(value).toBeCloseTo(7 / 3, 5))
  })

  it('turns a factor that a loop only looks at once, before the loop, and comes to the same', async () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', [3, 2])
    const w = graph.input('w', 'float32', [2, 2])
    const lossOf = (weight: Value): Value => mean(times(product(x, weight), product(x, weight)))
    const { states: [inside] } = graph.loop(graph.constant(integers([], [1])), [w], (body, _, [weight]) => ({
      states: gradients(body, lossOf(weight), [weight]),
      collected: [],
    }))
    graph.output(inside, 'inside')
    graph.output(gradients(graph, lossOf(w), [w])[0], 'outside')
    expect(graph.nodes.filter(({ operator }) => operator === 'Transpose')).not.toHaveLength(0)
    const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
    const got = await session.run({ x: floats([3, 2], [1, -4, 2, 0.5, 3, 1]), w: floats([2, 2], [0.1, 0.7, -2, 1.5]) })
    await session.release()
    got.outside.values.forEach((value, at) => expect(Number(got.inside.values[at])).toBeCloseTo(Number(value), 5))
  })
})
