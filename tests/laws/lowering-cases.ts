import type { AttributeValue, OnnxInitializer, OnnxModel, OnnxNode } from '#main/graph/protobuf/model'
import { bytesOf, floats, integers } from '#main/graph/tensor'
import { single } from './operator-case'

/** A small network to be lowered: pictures [2, 3, 6, 6] flow in as `x`, and the last node's output is its answer. */
export interface LoweringCase {
  nodes: OnnxNode[]
  stored: OnnxInitializer[]
  operatorSet?: number
  picture?: number[]
  /** Of the finite difference; a larger one where much is summed and nothing bends. */
  step?: number
}

const ints = (...value: number[]): AttributeValue => ({ kind: 'ints', value })
const int = (value: number): AttributeValue => ({ kind: 'int', value })
const float = (value: number): AttributeValue => ({ kind: 'float', value })
const text = (value: string): AttributeValue => ({ kind: 'string', value })

function node(opType: string, inputs: string, output: string, attributes: Record<string, AttributeValue> = {}): OnnxNode {
  return { name: '', opType, domain: '', inputs: inputs.split(' ').map(name => name === '-' ? '' : name), outputs: [output], attributes }
}

function stored(name: string, shape: number[], seed = 5): OnnxInitializer {
  return { name, type: 'float32', shape, raw: bytesOf(single(shape, seed)) }
}

function numbers(name: string, ...values: number[]): OnnxInitializer {
  return { name, type: 'int64', shape: [values.length], raw: bytesOf(integers([values.length], values)) }
}

function bounds(name: string, value: number): OnnxInitializer {
  return { name, type: 'float32', shape: [], raw: bytesOf(floats([], [value])) }
}

function alone(opType: string, attributes: Record<string, AttributeValue> = {}): LoweringCase {
  return { nodes: [node(opType, 'x', 'y', attributes)], stored: [] }
}

/** Above zero, for what is defined there only. */
function above(opType: string): LoweringCase {
  return { nodes: [node('Abs', 'x', 'above'), node(opType, 'above', 'y')], stored: [] }
}

/** With a value for each channel, with pictures of the same extent, and with one value for each channel of each picture. */
function withChannels(opType: string): LoweringCase[] {
  return [
    { nodes: [node(opType, 'x c', 'y')], stored: [stored('c', [3, 1, 1])] },
    { nodes: [node(opType, 'x c', 'y')], stored: [stored('c', [1, 3, 1, 6])] },
    { nodes: [node('Sigmoid', 'x', 's'), node(opType, 'x s', 'y')], stored: [] },
    { nodes: [node('GlobalAveragePool', 'x', 'a'), node('Sigmoid', 'a', 's'), node(opType, 's x', 'y')], stored: [] },
  ]
}

function convolution(weights: number[], attributes: Record<string, AttributeValue>, bias = true): LoweringCase {
  return {
    nodes: [node('Conv', bias ? 'x w b' : 'x w', 'y', attributes)],
    stored: [stored('w', weights), ...bias ? [stored('b', [weights[0]], 7)] : []],
  }
}

/** At least one use of every operator that can be lowered. */
export const loweringCases: Record<string, LoweringCase[]> = {
  Abs: [alone('Abs')],
  Add: withChannels('Add'),
  AveragePool: [
    alone('AveragePool', { kernel_shape: ints(3, 3), strides: ints(2, 2), pads: ints(1, 1, 1, 1) }),
    alone('AveragePool', { kernel_shape: ints(2, 2), pads: ints(1, 0, 0, 0), count_include_pad: int(1) }),
    // Windows that hang over the far edge, with padding counted and without.
    { ...alone('AveragePool', { kernel_shape: ints(2, 2), strides: ints(2, 2), ceil_mode: int(1), count_include_pad: int(1) }), picture: [2, 3, 5, 5] },
    alone('AveragePool', { kernel_shape: ints(3, 3), strides: ints(2, 2), pads: ints(1, 1, 1, 1), ceil_mode: int(1), count_include_pad: int(1) }),
    alone('AveragePool', { kernel_shape: ints(3, 3), strides: ints(2, 2), pads: ints(1, 0, 0, 1), ceil_mode: int(1) }),
  ],
  BatchNormalization: [
    { nodes: [node('Sigmoid', 'x', 's'), node('BatchNormalization', 's w b m v', 'y', { epsilon: float(0.01) })], stored: [stored('w', [3]), stored('b', [3], 6), stored('m', [3], 7), { ...stored('v', [3]), raw: bytesOf(floats([3], [1, 2, 3])) }] },
  ],
  Clip: [
    { nodes: [node('Clip', 'x low high', 'y')], stored: [bounds('low', -0.8), bounds('high', 0.9)] },
    { nodes: [node('Clip', 'x - high', 'y')], stored: [bounds('high', 0.9)] },
    { ...alone('Clip', { min: float(-0.8) }), operatorSet: 10 },
  ],
  Concat: [
    { nodes: [node('Sigmoid', 'x', 's'), node('Concat', 'x s x', 'y', { axis: int(1) })], stored: [] },
    { nodes: [node('Sigmoid', 'x', 's'), node('Concat', 'x s', 'y', { axis: int(2) })], stored: [] },
  ],
  Conv: [
    convolution([4, 3, 3, 3], { pads: ints(1, 1, 1, 1) }),
    convolution([4, 3, 3, 3], { pads: ints(1, 1, 1, 1), strides: ints(2, 2) }, false),
    convolution([4, 3, 3, 2], { pads: ints(0, 1, 2, 0), dilations: ints(2, 1) }),
    convolution([4, 3, 1, 1], {}),
    convolution([4, 3, 1, 1], { strides: ints(2, 2) }),
    convolution([4, 3, 5, 5], { strides: ints(2, 2), auto_pad: text('SAME_UPPER') }),
    convolution([4, 3, 3, 3], { strides: ints(2, 2), auto_pad: text('SAME_LOWER') }),
    convolution([4, 3, 2, 2], { auto_pad: text('VALID') }),
    // Depthwise, and a few groups.
    convolution([3, 1, 3, 3], { group: int(3), pads: ints(1, 1, 1, 1), strides: ints(2, 2) }),
    { ...convolution([3, 1, 3, 3], { group: int(3), pads: ints(1, 1, 1, 1) }, false), picture: [1, 3, 11, 12] },
    { ...convolution([6, 2, 3, 3], { group: int(2), pads: ints(1, 1, 1, 1) }), picture: [2, 4, 5, 5] },
    // Wide enough for tiles of two and of four, which do not fit evenly.
    { ...convolution([16, 16, 3, 3], { pads: ints(1, 1, 1, 1) }), picture: [2, 16, 3, 2] },
    { ...convolution([40, 36, 3, 3], { pads: ints(1, 0, 1, 2) }, false), picture: [2, 36, 7, 5], step: 0.1 },
    // The outer taps see padding alone.
    { ...convolution([4, 3, 3, 3], { pads: ints(1, 1, 1, 1) }), picture: [2, 3, 1, 2] },
  ],
  Div: [{ nodes: [node('Div', 'x c', 'y')], stored: [stored('c', [3, 1, 1])] }],
  Dropout: [alone('Dropout')],
  Erf: [alone('Erf')],
  Exp: [alone('Exp')],
  Flatten: [
    alone('Flatten'),
    { nodes: [node('GlobalAveragePool', 'x', 'a'), node('Flatten', 'a', 'y')], stored: [] },
  ],
  Gemm: [
    { nodes: [node('GlobalAveragePool', 'x', 'a'), node('Flatten', 'a', 'f'), node('Gemm', 'f w b', 'y', { transB: int(1) })], stored: [stored('w', [5, 3]), stored('b', [5], 6)] },
  ],
  GlobalAveragePool: [alone('GlobalAveragePool')],
  HardSigmoid: [alone('HardSigmoid', { alpha: float(0.5) })],
  HardSwish: [alone('HardSwish')],
  Identity: [alone('Identity')],
  LayerNormalization: [
    { nodes: [node('Transpose', 'x', 't', { perm: ints(0, 2, 3, 1) }), node('LayerNormalization', 't w b', 'n'), node('Transpose', 'n', 'y', { perm: ints(0, 3, 1, 2) })], stored: [stored('w', [3]), stored('b', [3], 6)] },
  ],
  LeakyRelu: [alone('LeakyRelu', { alpha: float(0.2) })],
  Log: [above('Log')],
  MatMul: [
    { nodes: [node('Flatten', 'x', 'f'), node('MatMul', 'f w', 'y')], stored: [stored('w', [108, 2])] },
  ],
  Max: [
    { nodes: [node('Max', 'x c', 'y')], stored: [bounds('c', 0.4)] },
    { nodes: [node('Sigmoid', 'x', 's'), node('Neg', 'x', 'n'), node('Max', 'x s n', 'y')], stored: [] },
    alone('Max'),
  ],
  MaxPool: [
    alone('MaxPool', { kernel_shape: ints(3, 3), strides: ints(2, 2), pads: ints(1, 1, 1, 1) }),
    alone('MaxPool', { kernel_shape: ints(3, 3), strides: ints(2, 2), ceil_mode: int(1) }),
  ],
  Min: [
    { nodes: [node('Min', 'x c', 'y')], stored: [bounds('c', 0.4)] },
    { nodes: [node('Sigmoid', 'x', 's'), node('Neg', 'x', 'n'), node('Min', 'x s n', 'y')], stored: [] },
  ],
  Mul: [
    ...withChannels('Mul'),
    // By a constant that gives them a further axis.
    { nodes: [node('AveragePool', 'x', 'p', { kernel_shape: ints(1, 1) }), node('Mul', 'p c', 'y')], stored: [stored('c', [1, 1, 3, 1, 1])] },
    // A column by a row, and pictures by a column, as attention by coordinates has them.
    { nodes: [node('AveragePool', 'x', 'h', { kernel_shape: ints(1, 6) }), node('AveragePool', 'x', 'w', { kernel_shape: ints(6, 1) }), node('Mul', 'h w', 'y')], stored: [] },
    { nodes: [node('Relu', 'x', 'p'), node('AveragePool', 'x', 'h', { kernel_shape: ints(1, 6) }), node('AveragePool', 'p', 'q', { kernel_shape: ints(1, 1) }), node('Mul', 'q h', 'y')], stored: [] },
  ],
  Neg: [alone('Neg')],
  Pow: [
    { nodes: [node('Abs', 'x', 'a'), node('Pow', 'a c', 'y')], stored: [bounds('c', 3)] },
    { nodes: [node('Pow', 'x c', 'y')], stored: [numbers('c', 2)] },
  ],
  ReduceMean: [
    { nodes: [node('ReduceMean', 'x axes', 'y')], stored: [numbers('axes', -1, -2)] },
    { nodes: [node('ReduceMean', 'x axes', 'y', { keepdims: int(0) })], stored: [numbers('axes', 2, 3)] },
    { ...alone('ReduceMean', { axes: ints(1), keepdims: int(1) }), operatorSet: 13 },
  ],
  ReduceSum: [{ nodes: [node('ReduceSum', 'x axes', 'y', { keepdims: int(0) })], stored: [numbers('axes', -1, 1)] }],
  Relu: [alone('Relu')],
  Reshape: [{ nodes: [node('Reshape', 'x to', 'y')], stored: [numbers('to', 0, -1, 4)] }],
  Sigmoid: [alone('Sigmoid')],
  Softmax: [alone('Softmax', { axis: int(1) }), alone('Softmax')],
  Sqrt: [above('Sqrt')],
  Squeeze: [
    { nodes: [node('GlobalAveragePool', 'x', 'a'), node('Squeeze', 'a axes', 'y')], stored: [numbers('axes', 2, 3)] },
  ],
  Sub: [{ nodes: [node('Sub', 'x c', 'y')], stored: [stored('c', [3, 1, 1])] }],
  Tanh: [alone('Tanh')],
  Transpose: [alone('Transpose', { perm: ints(0, 2, 1, 3) })],
  Unsqueeze: [{ nodes: [node('Unsqueeze', 'x axes', 'y')], stored: [numbers('axes', 1, -1)] }],
}

export function networkOf({ nodes, stored, operatorSet = 18, picture = [2, 3, 6, 6] }: LoweringCase): OnnxModel {
  return {
    irVersion: 8,
    producer: 'test',
    opsets: [{ domain: '', version: operatorSet }],
    metadata: {},
    graph: {
      name: 'case',
      nodes,
      initializers: stored,
      inputs: [{ name: 'x', type: 'float32', shape: picture }],
      outputs: [{ name: nodes.at(-1)!.outputs[0], type: 'float32' }],
      valueInfo: [],
    },
  }
}
