import type { OnnxModel } from '#main/graph/protobuf/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeMessage } from '#main/graph/protobuf/codec'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { bytesOf, floats, integers } from '#main/graph/tensor'

function model(): OnnxModel {
  const weight = floats([2, 2], [1, 2, 3, 4])
  return {
    irVersion: 8,
    producer: 'a test',
    opsets: [{ domain: '', version: 18 }, { domain: 'ai.example', version: 1 }],
    metadata: { key: 'värde' },
    graph: {
      name: 'graph',
      nodes: [{
        name: 'node',
        opType: 'Everything',
        domain: 'ai.example',
        inputs: ['x', '', 'w'],
        outputs: ['y'],
        attributes: {
          int: { kind: 'int', value: -3 },
          float: { kind: 'float', value: 0.5 },
          string: { kind: 'string', value: 'text' },
          ints: { kind: 'ints', value: [0, -1, 300] },
          none: { kind: 'ints', value: [] },
          floats: { kind: 'floats', value: [0.25, -8] },
          strings: { kind: 'strings', value: ['a', ''] },
          tensor: { kind: 'tensor', value: integers([2], [1, -5]) },
          graph: { kind: 'graph', value: { name: 'body', nodes: [], initializers: [], inputs: [], outputs: [], valueInfo: [], unread: undefined } },
        },
        unread: undefined,
      }],
      initializers: [{ name: 'w', type: 'float32', shape: [2, 2], raw: bytesOf(weight) }],
      inputs: [{ name: 'x', type: 'float32', shape: ['N', 3, '?'] }],
      outputs: [{ name: 'y', type: 'int64', shape: [] }],
      valueInfo: [{ name: 'z', type: 'bool', shape: undefined }],
      unread: undefined,
    },
    unread: undefined,
  }
}

describe('readModel', () => {
  it('reads back all that writeModel wrote', () => {
    expect(readModel(writeModel(model()))).toEqual(model())
  })

  it('keeps weights as views into the file', () => {
    const bytes = writeModel(model())
    expect(readModel(bytes).graph.initializers[0].raw.buffer).toBe(bytes.buffer)
  })

  it('reads numbers from the typed lists of older files too', () => {
    const bytes = encodeMessage('Model', {
      opsets: [],
      metadata: [],
      graph: {
        nodes: [],
        initializers: [
          { name: 'a', dims: [2], dataType: 1, floatData: [1.5, 2], int32Data: [], int64Data: [], doubleData: [], uint64Data: [], externalData: [] },
          { name: 'b', dims: [], dataType: 7, floatData: [], int32Data: [], int64Data: [-4], doubleData: [], uint64Data: [], externalData: [] },
          { name: 'c', dims: [1], dataType: 9, floatData: [], int32Data: [1], int64Data: [], doubleData: [], uint64Data: [], externalData: [] },
          { name: 'd', dims: [2], dataType: 7, floatData: [], int32Data: [], int64Data: [2 ** 63, -(2 ** 63)], doubleData: [], uint64Data: [], externalData: [] },
        ],
        inputs: [],
        outputs: [],
        valueInfo: [],
      },
    })
    const [a, b, c, d] = readModel(bytes).graph.initializers
    expect(a.raw).toEqual(bytesOf(floats([2], [1.5, 2])))
    expect(b.raw).toEqual(bytesOf(integers([], [-4])))
    expect(c.raw).toEqual(Uint8Array.of(1))
    expect([...new BigInt64Array(d.raw.slice().buffer)]).toEqual([2n ** 63n - 1n, -(2n ** 63n)])
  })

  it('carries fields it does not know from reading to writing', () => {
    // Field 6 of a model is its documentation: tag 50, length 2.
    const bytes = Uint8Array.from([...writeModel(model()), 50, 2, 104, 105])
    const again = writeModel(readModel(bytes))
    expect(readModel(again).unread).toEqual([Uint8Array.of(50, 2, 104, 105)])
  })

  it('answers garbage with MODEL_DAMAGED and nothing else', () => {
    const whole = writeModel(model())
    expect(() => readModel(new Uint8Array())).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }))
    const damages = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(whole.length - 1).map(length => whole.subarray(0, length)),
      fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => whole.with(at, byte)),
    )
    fc.assert(fc.property(damages, (bytes) => {
      try {
        readModel(bytes)
      }
      catch (error) {
        expect(error).toMatchObject({ code: 'MODEL_DAMAGED' })
      }
    }), { numRuns: 2000, seed: 3 })
  })
})
