import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { findTaps } from '#main/backbones/find-taps'
import { resnet34 } from '#main/backbones/resnet34'
import { resnet34Graph } from '#main/backbones/resnet34-graph'
import { GraphBuilder } from '#main/graph/builder'
import { readModel } from '#main/graph/protobuf/read-model'
import { floats } from '#main/graph/tensor'

function convolution(graph: GraphBuilder, x: ReturnType<GraphBuilder['add']>, channels: number, kernel: number, stride: number) {
  const weights = new Float32Array(channels * Number(x.shape[1]) * kernel * kernel).fill(0.01)
  const pad = kernel >> 1
  return graph.add('Conv', [
    x,
    graph.constant(floats([
      channels,
      Number(x.shape[1]),
      kernel,
      kernel,
    ], weights)),
  ], {
    kernel_shape: [kernel, kernel],
    strides: [stride, stride],
    pads: [pad, pad, pad, pad],
  })
}

/** VGG's manner: convolutions, halved by pooling, a flattened picture into a classifier. */
function plainNetwork(batch: number | string = 'N') {
  const graph = new GraphBuilder('plain')
  let x = graph.input('pixels', 'float32', [batch, 3, 32, 32])
  for (const channels of [4, 8]) {
    x = graph.add('Relu', [
      convolution(graph, x, channels, 3, 1),
    ])
    x = graph.add('Relu', [
      convolution(graph, x, channels, 3, 1),
    ])
    x = graph.add('MaxPool', [x], {
      kernel_shape: [2, 2],
      strides: [2, 2],
    })
  }
  const flat = graph.add('Flatten', [x], { axis: 1 })
  graph.output(graph.add('Gemm', [
    flat,
    graph.constant(floats([512, 10], new Float32Array(5120))),
  ]), 'scores')
  return graph
}

describe('findTaps', () => {
  let ownResnet: Awaited<ReturnType<typeof findTaps>>

  beforeAll(async () => {
    ownResnet = await findTaps(resnet34Graph((_, shape) => new Float32Array(shape.reduce((a, b) => a * b, 1))))
  })

  it('finds ResNet34\'s stages and pooled vector, as its entry names them', () => {
    const found = ownResnet.taps.map(({ id, columns, flat: { count } }) => ({ id, columns, count }))
    expect(found).toEqual([
      { id: 'stem', columns: 64, count: 64 * 112 * 112 },
      ...resnet34.taps.map(({ id, columns, flat }) => ({ id, columns, count: flat?.count })),
    ])
    expect(ownResnet).toMatchObject({
      input: 'input',
      side: 224,
      classes: { count: 1000 },
      fixedBatch: undefined,
    })
  })

  it('finds the narrow ends of EfficientNet-Lite0\'s blocks, among those its entry names', async () => {
    const { taps, classes } = await findTaps(readModel(await readFile('models/efficientnet-lite0.onnx')))
    const named = efficientnetLite0.taps.map(({ columns, tensor }) => ({ columns, tensor }))
    expect(taps.map(({ columns }) => columns)).toEqual([16, 24, 40, 112, 320, 1280])
    for (const { columns, tensor } of taps)
      expect(named).toContainEqual({ columns, tensor })
    expect(classes).toEqual({ tensor: 'logits', count: 1000 })
  })

  it('pools the last layer itself where the network flattens it', async () => {
    const { taps, classes, side } = await findTaps(plainNetwork().toModel())
    expect(taps.map(({ id, columns, tensor }) => [id, columns, tensor.spatial])).toEqual([
      ['stage-1', 8, true],
      ['pooled', 8, true],
    ])
    expect([side, classes?.count]).toEqual([32, 10])
  })

  it('takes a network that was exported for one photo, for any number of them', async () => {
    expect((await findTaps(plainNetwork(1).toModel())).fixedBatch).toBeUndefined()
  })

  it('notices a network that takes one photo only', async () => {
    const graph = new GraphBuilder('fixed')
    const x = graph.input('pixels', 'float32', [1, 3, 16, 16])
    const half = graph.add('Relu', [
      convolution(graph, graph.add('Relu', [
        convolution(graph, x, 4, 3, 2),
      ]), 6, 3, 1),
    ])
    const pooled = graph.add('Reshape', [
      graph.add('GlobalAveragePool', [half]),
      graph.integers([1, 6]),
    ])
    graph.output(graph.add('Gemm', [
      pooled,
      graph.constant(floats([6, 5], new Float32Array(30))),
    ]), 'scores')
    const found = await findTaps(graph.toModel())
    expect(found.fixedBatch).toBe(1)
    expect(found.taps.map(({ id, columns }) => [id, columns])).toEqual([
      ['pooled', 6],
    ])
  })

  it.each([
    [
      'two inputs',
      (graph: GraphBuilder) => graph.add('Add', [
        graph.input('a', 'float32', ['N', 3, 8, 8]),
        graph.input('b', 'float32', ['N', 3, 8, 8]),
      ]),
    ],
    [
      'channels last',
      (graph: GraphBuilder) => graph.add('Relu', [
        graph.input('a', 'float32', ['N', 8, 8, 3]),
      ]),
    ],
    [
      'float64',
      (graph: GraphBuilder) => graph.add('Neg', [
        graph.input('a', 'float64', ['N', 3, 8, 8]),
      ]),
    ],
    [
      'no picture',
      (graph: GraphBuilder) => graph.add('Relu', [
        graph.input('a', 'float32', ['N', 3]),
      ]),
    ],
    [
      'not square',
      (graph: GraphBuilder) => graph.add('Relu', [
        graph.input('a', 'float32', ['N', 3, 8, 16]),
      ]),
    ],
    [
      'no convolution',
      (graph: GraphBuilder) => graph.add('Relu', [
        graph.input('a', 'float32', ['N', 3, 8, 8]),
      ]),
    ],
  ])('refuses a network of %s', async (_, build) => {
    const graph = new GraphBuilder('odd')
    graph.output(build(graph), 'out')
    await expect(findTaps(graph.toModel())).rejects.toMatchObject({ code: 'MODEL_NOT_AN_IMAGE_NETWORK', usage: true })
  })
})
