import type { Lowering } from '#main/graph/rows/lowerings/lowering'
import { convolution } from '#main/graph/rows/lowerings/convolution'
import { gemm, matMul } from '#main/graph/rows/lowerings/dense'
import { binary, clip, hardSigmoid, hardSwish, leakyRelu, onEach, pow, unary } from '#main/graph/rows/lowerings/elementwise'
import { batchNormalization, layerNormalization } from '#main/graph/rows/lowerings/normalization'
import { averagePool, globalAveragePool, maxPool, reduceMean, reduceSum } from '#main/graph/rows/lowerings/pooling'
import { concat, flatten, reshape, softmax, squeeze, transpose, unsqueeze } from '#main/graph/rows/lowerings/shapes'

const asItIs: Lowering = step => onEach(step, value => value)

/** What each ONNX operator becomes in a network that is trained. */
export const lowerings: Readonly<Record<string, Lowering>> = {
  Abs: unary('Abs'),
  Add: binary('Add'),
  AveragePool: averagePool,
  BatchNormalization: batchNormalization,
  Clip: clip,
  Concat: concat,
  Conv: convolution,
  Div: binary('Div'),
  Dropout: asItIs,
  Erf: unary('Erf'),
  Exp: unary('Exp'),
  Flatten: flatten,
  Gemm: gemm,
  GlobalAveragePool: globalAveragePool,
  HardSigmoid: hardSigmoid,
  HardSwish: hardSwish,
  Identity: asItIs,
  LayerNormalization: layerNormalization,
  LeakyRelu: leakyRelu,
  Log: unary('Log'),
  MatMul: matMul,
  Max: binary('Max'),
  MaxPool: maxPool,
  Min: binary('Min'),
  Mul: binary('Mul'),
  Neg: unary('Neg'),
  Pow: pow,
  ReduceMean: reduceMean,
  ReduceSum: reduceSum,
  Relu: unary('Relu'),
  Reshape: reshape,
  Sigmoid: unary('Sigmoid'),
  Softmax: softmax,
  Sqrt: unary('Sqrt'),
  Squeeze: squeeze,
  Sub: binary('Sub'),
  Tanh: unary('Tanh'),
  Transpose: transpose,
  Unsqueeze: unsqueeze,
}
