import type { Operator } from '#main/graph/ops/operator'
import type { OperatorName } from '#main/graph/ops/operator-name'
import { abs } from '#main/graph/ops/abs'
import { add } from '#main/graph/ops/add'
import { and } from '#main/graph/ops/and'
import { argMax } from '#main/graph/ops/arg-max'
import { argMin } from '#main/graph/ops/arg-min'
import { batchNormalization } from '#main/graph/ops/batch-normalization'
import { cast } from '#main/graph/ops/cast'
import { clip } from '#main/graph/ops/clip'
import { concat } from '#main/graph/ops/concat'
import { conv } from '#main/graph/ops/conv'
import { convTranspose } from '#main/graph/ops/conv-transpose'
import { div } from '#main/graph/ops/div'
import { equal } from '#main/graph/ops/equal'
import { erf } from '#main/graph/ops/erf'
import { exp } from '#main/graph/ops/exp'
import { expand } from '#main/graph/ops/expand'
import { flatten } from '#main/graph/ops/flatten'
import { gather } from '#main/graph/ops/gather'
import { gemm } from '#main/graph/ops/gemm'
import { globalAveragePool } from '#main/graph/ops/global-average-pool'
import { greater } from '#main/graph/ops/greater'
import { hardSigmoid } from '#main/graph/ops/hard-sigmoid'
import { identity } from '#main/graph/ops/identity'
import { less } from '#main/graph/ops/less'
import { log } from '#main/graph/ops/log'
import { logSoftmax } from '#main/graph/ops/log-softmax'
import { loop } from '#main/graph/ops/loop'
import { matMul } from '#main/graph/ops/mat-mul'
import { max } from '#main/graph/ops/max'
import { maxPool } from '#main/graph/ops/max-pool'
import { min } from '#main/graph/ops/min'
import { mul } from '#main/graph/ops/mul'
import { neg } from '#main/graph/ops/neg'
import { not } from '#main/graph/ops/not'
import { oneHot } from '#main/graph/ops/one-hot'
import { or } from '#main/graph/ops/or'
import { pad } from '#main/graph/ops/pad'
import { pow } from '#main/graph/ops/pow'
import { reduceMax } from '#main/graph/ops/reduce-max'
import { reduceMean } from '#main/graph/ops/reduce-mean'
import { reduceMin } from '#main/graph/ops/reduce-min'
import { reduceSum } from '#main/graph/ops/reduce-sum'
import { relu } from '#main/graph/ops/relu'
import { reshape } from '#main/graph/ops/reshape'
import { scatterNd } from '#main/graph/ops/scatter-nd'
import { sigmoid } from '#main/graph/ops/sigmoid'
import { slice } from '#main/graph/ops/slice'
import { softmax } from '#main/graph/ops/softmax'
import { sqrt } from '#main/graph/ops/sqrt'
import { squeeze } from '#main/graph/ops/squeeze'
import { sub } from '#main/graph/ops/sub'
import { tanh } from '#main/graph/ops/tanh'
import { transpose } from '#main/graph/ops/transpose'
import { unsqueeze } from '#main/graph/ops/unsqueeze'
import { where } from '#main/graph/ops/where'

/** Every operator a graph can be built of. */
export const operators = {
  Abs: abs,
  Add: add,
  And: and,
  ArgMax: argMax,
  ArgMin: argMin,
  BatchNormalization: batchNormalization,
  Cast: cast,
  Clip: clip,
  Concat: concat,
  Conv: conv,
  ConvTranspose: convTranspose,
  Div: div,
  Equal: equal,
  Erf: erf,
  Exp: exp,
  Expand: expand,
  Flatten: flatten,
  Gather: gather,
  Gemm: gemm,
  GlobalAveragePool: globalAveragePool,
  Greater: greater,
  HardSigmoid: hardSigmoid,
  Identity: identity,
  Less: less,
  Log: log,
  LogSoftmax: logSoftmax,
  Loop: loop,
  MatMul: matMul,
  Max: max,
  MaxPool: maxPool,
  Min: min,
  Mul: mul,
  Neg: neg,
  Not: not,
  OneHot: oneHot,
  Or: or,
  Pad: pad,
  Pow: pow,
  ReduceMax: reduceMax,
  ReduceMean: reduceMean,
  ReduceMin: reduceMin,
  ReduceSum: reduceSum,
  Relu: relu,
  Reshape: reshape,
  ScatterND: scatterNd,
  Sigmoid: sigmoid,
  Slice: slice,
  Softmax: softmax,
  Sqrt: sqrt,
  Squeeze: squeeze,
  Sub: sub,
  Tanh: tanh,
  Transpose: transpose,
  Unsqueeze: unsqueeze,
  Where: where,
} as const satisfies Record<OperatorName, Operator>

export function operatorOf(name: OperatorName): Operator {
  return operators[name]
}
