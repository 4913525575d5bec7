import type { OperatorName } from '#main/graph/ops/operator-name'
import type { Tensor } from '#main/graph/tensor'
import type { Value } from '#main/graph/value'
import type { OperatorCase } from './operator-case'
import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { gradients } from '#main/graph/gradient'
import { operators } from '#main/graph/ops/table'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { tensor } from '#main/graph/tensor'
import { operatorCases } from './operator-cases'

const names = Object.keys(operators) as OperatorName[]

describe('every operator', () => {
  for (const name of names) {
    operatorCases[name].forEach((each, at) => {
      it(`${name} ${at + 1}: its shape rule answers what ONNX Runtime computes`, () => checkShapes(name, each))
      if (each.by)
        it(`${name} ${at + 1}: its gradient equals the finite difference`, () => checkGradient(name, each))
    })
  }

  it('has its gradient checked where it has one', () => {
    const unchecked = names.filter(name => 'gradient' in operators[name] && !operatorCases[name].some(each => each.by))
    expect(unchecked).toEqual([])
  })
})

function build(name: OperatorName, { inputs, attributes, constant = [] }: OperatorCase) {
  const graph = new GraphBuilder()
  const feeds: Record<string, Tensor> = {}
  const values = inputs.map((input, at) => {
    if (!input || constant.includes(at))
      return input && graph.constant(input)
    feeds[`input_${at}`] = input
    return graph.input(`input_${at}`, input.type, input.shape)
  })
  return {
    graph,
    feeds,
    values,
    outputs: graph.addAll(name, values, attributes),
  }
}

async function checkShapes(name: OperatorName, each: OperatorCase): Promise<void> {
  const { graph, feeds, outputs } = build(name, each)
  outputs.forEach((value, at) => graph.output(value, `output_${at}`))
  const session = await openSession(writeModel(graph.toModel()), {
    providers: ['cpu'],
    threads: 1,
  })
  const got = await session.run(feeds)
  await session.release()
  outputs.forEach(({ type, shape }, at) => {
    expect(got[`output_${at}`].type).toBe(type)
    expect(got[`output_${at}`].shape).toEqual(shape)
  })
}

async function checkGradient(name: OperatorName, each: OperatorCase): Promise<void> {
  const { graph, feeds, values, outputs: [output] } = build(name, each)
  const by = each.by!.map(at => values[at]!)
  const loss = graph.add('ReduceSum', [
    graph.add('Mul', [
      output,
      weights(graph, output),
    ]),
  ], { keepdims: 0 })
  graph.output(loss, 'loss')
  gradients(graph, loss, by).forEach((value, at) => graph.output(value, `gradient_${at}`))
  const session = await openSession(writeModel(graph.toModel()), {
    providers: ['cpu'],
    threads: 1,
  })
  const analytic = await session.run(feeds)
  const tolerance = each.tolerance ?? 1e-6
  const step = each.tolerance ? 1e-2 : 1e-5
  for (const [at, value] of by.entries()) {
    const given = feeds[value.name]
    const gradient = analytic[`gradient_${at}`]
    expect(gradient.shape).toEqual(given.shape)
    for (let i = 0; i < given.values.length; i++) {
      const at = async (shift: number): Promise<number> => {
        const moved = {
          ...given,
          values: given.values.slice() as Float64Array,
        }
        moved.values[i] += shift
        return Number((await session.run({ ...feeds, [value.name]: moved }, ['loss'])).loss.values[0])
      }
      const numeric = (await at(step) - await at(-step)) / (2 * step)
      expect(Math.abs(Number(gradient.values[i]) - numeric)).toBeLessThan(tolerance * Math.max(1, Math.abs(numeric)))
    }
  }
  await session.release()
}

/** Fixed weights, so that no symmetry of a sum hides a wrong gradient. */
function weights(graph: GraphBuilder, like: Value): Value {
  const count = (like.shape as number[]).reduce((product, size) => product * size, 1)
  const values = Array.from({ length: count }, (_, i) => Math.cos(i * 1.7) + 0.2)
  return graph.constant(tensor(like.type, like.shape as number[], like.type === 'float64'
    ? Float64Array.from(values)
    : Float32Array.from(values)))
}
