import type { AttributeValue, OnnxModel } from '#main/graph/protobuf/model'
import type { Tensor } from '#main/graph/tensor'
import { expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { appendTail, networkForBatch } from '#main/learn/deep/tail'
import { random } from '#main/matrix/random'

/** A Softmax of pictures, averaged. */
function softmax(version: number, attributes: Record<string, AttributeValue>): OnnxModel {
  const node = (opType: string, input: string, output: string, given: Record<string, AttributeValue> = {}) =>
    ({ name: '', opType, domain: '', inputs: [input], outputs: [output], attributes: given })
  return {
    irVersion: 6,
    producer: 'test',
    opsets: [{ domain: '', version }],
    metadata: {},
    graph: {
      name: 'attention',
      nodes: [node('Softmax', 'x', 's', attributes), node('GlobalAveragePool', 's', 'p'), node('Flatten', 'p', 'y')],
      initializers: [],
      inputs: [{ name: 'x', type: 'float32', shape: ['N', 3, 4, 5] }],
      outputs: [{ name: 'y', type: 'float32', shape: ['N', 3] }],
      valueInfo: [],
    },
  }
}

async function run(bytes: Uint8Array, feeds: Record<string, Tensor>): Promise<number[]> {
  const session = await openSession(bytes, { providers: ['cpu'], threads: 1 })
  const [values] = Object.values(await session.run(feeds)).map(({ values }) => Array.from(values, Number))
  await session.release()
  return values
}

it.each([[9, {}], [11, { axis: 1 }], [12, { axis: -2 }], [12, { axis: 3 }], [13, {}], [18, { axis: 1 }]])('takes a Softmax as operator set %i means it, %j', async (version, given: { axis?: number }) => {
  const model = softmax(version, given.axis === undefined ? {} : { axis: { kind: 'int', value: given.axis } })
  const { normal } = random(1)
  const places = floats([2, 4, 5, 3], Array.from({ length: 120 }, normal))
  const pictures = floats([2, 3, 4, 5], Array.from({ length: 120 }, (_, at) => places.values[Math.floor(at / 60) * 60 + at % 20 * 3 + Math.floor(at / 20) % 3] as number))
  const graph = new GraphBuilder()
  const { embedding } = appendTail(graph, { network: await networkForBatch(model, 2), shape: [4, 5, 3], type: 'float32' }, graph.input('activations', 'float32', places.shape), name => graph.input(name, 'float32', []))
  graph.output(embedding, 'embedding')
  const expected = await run(writeModel(model), { x: pictures })
  const got = await run(writeModel(graph.toModel()), { activations: places })
  expect(got).toHaveLength(6)
  got.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 6))
})
