import type { OnnxModel } from '#main/graph/protobuf/model'

/**
 * The network behind the exact neighbour search. For a block of queries it gives the `count` rows of `all` with the
 * least ½|x|² − q·x, which orders rows as |q − x|² does and costs one matrix product.
 * Inputs: queries [B, D], all [N, D], halfSquares [N] (½|x|²), count [1] int64. Outputs: indices [B, count] int64.
 */
export const neighboursModel: OnnxModel = {
  irVersion: 8,
  producer: 'silhouette',
  opsets: [
    { domain: '', version: 18 },
  ],
  metadata: {},
  graph: {
    name: 'neighbours',
    nodes: [
      {
        name: 'order',
        opType: 'Gemm',
        domain: '',
        inputs: ['queries', 'all', 'halfSquares'],
        outputs: ['order'],
        attributes: {
          alpha: { kind: 'float', value: -1 },
          transB: { kind: 'int', value: 1 },
        },
      },
      {
        name: 'nearest',
        opType: 'TopK',
        domain: '',
        inputs: ['order', 'count'],
        outputs: ['leastOrder', 'indices'],
        attributes: {
          largest: { kind: 'int', value: 0 },
        },
      },
    ],
    initializers: [],
    inputs: [
      {
        name: 'queries',
        type: 'float32',
        shape: ['B', 'D'],
      },
      {
        name: 'all',
        type: 'float32',
        shape: ['N', 'D'],
      },
      {
        name: 'halfSquares',
        type: 'float32',
        shape: ['N'],
      },
      {
        name: 'count',
        type: 'int64',
        shape: [1],
      },
    ],
    outputs: [
      {
        name: 'indices',
        type: 'int64',
        shape: ['B', 'count'],
      },
    ],
    valueInfo: [],
  },
}
