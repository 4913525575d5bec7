import type { WeightSource } from '#main/backbones/resnet34-weights'
import type { OnnxModel } from '#main/graph/protobuf/model'
import type { Value } from '#main/graph/value'
import { GraphBuilder } from '#main/graph/builder'
import { floats } from '#main/graph/tensor'

/** Blocks and channels of each stage; every stage but the first halves the resolution. */
const stages = [
  { blocks: 3, channels: 64 },
  { blocks: 4, channels: 128 },
  { blocks: 6, channels: 256 },
  { blocks: 3, channels: 512 },
]

/** What batch norm adds to the variance, in torchvision as in the paper. */
const epsilon = 1e-5

/**
 * ResNet34 as an ONNX network, input `input` [N, 3, side, side] and output `logits` [N, classes] float32: He et al. 2016,
 * table 1 and option B for the shortcuts, with torchvision's names and its stride in the first convolution of a block.
 * @param weights trained weights by torchvision's names, or `untrainedWeights`
 */
export function resnet34Graph(weights: WeightSource, classes = 1000, side = 224): OnnxModel {
  const graph = new GraphBuilder('resnet34')
  const layers = layersOn(graph, weights)
  let x = graph.input('input', 'float32', ['N', 3, side, side])
  x = graph.add('Relu', [
    layers.normalised('conv1', 'bn1', x, 64, 7, 2),
  ])
  x = graph.add('MaxPool', [x], {
    kernel_shape: [3, 3],
    strides: [2, 2],
    pads: [1, 1, 1, 1],
  })
  stages.forEach(({ blocks, channels }, stage) => {
    for (let block = 0; block < blocks; block++) {
      x = layers.basicBlock(`layer${stage + 1}.${block}`, x, channels, stage > 0 && block === 0
        ? 2
        : 1)
    }
  })
  const pooled = graph.add('Flatten', [
    graph.add('GlobalAveragePool', [x]),
  ], { axis: 1 })
  graph.output(graph.add('Gemm', [
    pooled,
    layers.weight('fc.weight', [classes, 512]),
    layers.weight('fc.bias', [classes]),
  ], { transB: 1 }), 'logits')
  return graph.toModel({ architecture: 'ResNet34' })
}

/** The layers of a ResNet with basic blocks, on a graph. */
function layersOn(graph: GraphBuilder, weights: WeightSource) {
  const weight = (name: string, shape: number[]): Value => graph.constant(floats(shape, weights(name, shape)), name)

  /** A convolution without bias, and its batch norm. */
  const normalised = (conv: string, norm: string, x: Value, channels: number, kernel: number, stride: number): Value => {
    const pad = kernel >> 1
    const convolved = graph.add('Conv', [
      x,
      weight(`${conv}.weight`, [
        channels,
        Number(x.shape[1]),
        kernel,
        kernel,
      ]),
    ], {
      kernel_shape: [kernel, kernel],
      strides: [stride, stride],
      pads: [pad, pad, pad, pad],
    })
    const statistics = [
      'weight',
      'bias',
      'running_mean',
      'running_var',
    ].map(part => weight(`${norm}.${part}`, [channels]))
    return graph.add('BatchNormalization', [convolved, ...statistics], { epsilon })
  }

  const basicBlock = (name: string, x: Value, channels: number, stride: number): Value => {
    const first = graph.add('Relu', [
      normalised(`${name}.conv1`, `${name}.bn1`, x, channels, 3, stride),
    ])
    const second = normalised(`${name}.conv2`, `${name}.bn2`, first, channels, 3, 1)
    const shortcut = stride === 1
      ? x
      : normalised(`${name}.downsample.0`, `${name}.downsample.1`, x, channels, 1, stride)
    return graph.add('Relu', [
      graph.add('Add', [second, shortcut]),
    ])
  }

  return { weight, normalised, basicBlock }
}
