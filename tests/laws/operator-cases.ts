import type { OperatorName } from '#main/graph/ops/operator-name'
import type { OperatorCase } from './operator-case'
import { integers, tensor } from '#main/graph/tensor'
import { alone, alongAxis, bools, compared, logical, numbers, one, pair, positioned, reduced, single, sumOfTwo, use } from './operator-case'

/** At least one use of every operator of the table. */
export const operatorCases: Record<OperatorName, OperatorCase[]> = {
  Abs: alone(),
  Add: pair,
  And: logical,
  ArgMax: positioned,
  ArgMin: positioned,
  BatchNormalization: [
    use({
      attributes: { epsilon: 1e-5 },
    }, single([2, 3, 4, 4]), single([3]), single([3], 2), single([3], 3), tensor('float32', [3], Float32Array.of(1, 2, 3))),
  ],
  Cast: [
    use({
      attributes: { to: 'float32' },
      by: [0],
      tolerance: 1e-2,
    }, numbers([3])),
    use({
      attributes: { to: 'float64' },
    }, bools([2], 0, 1)),
  ],
  Clip: [
    use({
      constant: [1, 2],
      by: [0],
    }, numbers([3, 4]), one(-1), one(0.9)),
    use({
      constant: [2],
      by: [0],
    }, numbers([3, 4]), undefined, one(0.5)),
  ],
  Concat: [
    use({
      attributes: { axis: 1 },
      by: [0, 1, 2],
    }, numbers([2, 1, 3]), numbers([2, 2, 3], 2), numbers([2, 1, 3], 3)),
  ],
  Conv: [
    use({
      attributes: { strides: [2, 2], pads: [1, 1, 1, 1], kernel_shape: [3, 3] },
      by: [0, 1, 2],
      tolerance: 1e-2,
    }, single([2, 4, 6, 7]), single([3, 4, 3, 3], 2), single([3], 3)),
    use({
      attributes: { group: 3, dilations: [2, 1], pads: [0, 1, 1, 2] },
      by: [0, 1],
      tolerance: 1e-2,
    }, single([2, 3, 6, 5]), single([3, 1, 3, 3], 2)),
    use({
      attributes: { group: 2, strides: [2, 1] },
      by: [0, 1],
      tolerance: 1e-2,
    }, single([2, 4, 5, 4]), single([6, 2, 2, 3], 2)),
  ],
  ConvTranspose: [
    use({ attributes: { strides: [2, 2], pads: [1, 1, 1, 1], output_padding: [1, 0] } }, single([2, 4, 4, 3]), single([4, 3, 3, 3], 2)),
    use({ attributes: { group: 4, dilations: [2, 1] } }, single([1, 4, 6, 5]), single([4, 1, 3, 3], 2)),
  ],
  Div: pair,
  Equal: compared,
  Erf: [
    use({ by: [0], tolerance: 1e-2 }, single([3, 4])),
  ],
  Exp: alone(),
  Expand: [
    use({
      constant: [1],
      by: [0],
    }, numbers([3, 1]), integers([3], [2, 1, 4])),
  ],
  Flatten: [
    use({
      by: [0],
    }, numbers([2, 3, 2])),
    use({
      attributes: { axis: 2 },
      by: [0],
    }, numbers([2, 3, 2])),
  ],
  Gather: [
    use({
      by: [0],
    }, numbers([4, 3]), integers([5], [2, 0, 2, 3, 2])),
    use({
      by: [0],
    }, numbers([4, 3]), integers([2, 2], [2, 0, 2, 3])),
    use({
      by: [0],
    }, numbers([4, 3]), tensor('int32', [3], Int32Array.of(2, 0, 2))),
    use({
      attributes: { axis: 1 },
    }, numbers([4, 3]), integers([2], [2, 0])),
    use({
      by: [0],
    }, numbers([4, 3]), integers([], [2])),
  ],
  Gemm: [
    use({
      by: [0, 1],
      attributes: { alpha: 0.5 },
    }, numbers([2, 3]), numbers([3, 4], 2)),
    use({
      by: [0, 1],
      attributes: { transB: 1 },
    }, numbers([2, 3]), numbers([4, 3], 2)),
    use({
      by: [0, 1, 2],
      attributes: { transA: 1, beta: 2 },
    }, numbers([3, 2]), numbers([3, 4], 2), numbers([4], 3)),
    use({
      by: [0, 1, 2],
      attributes: { transA: 1, transB: 1, alpha: 2 },
    }, numbers([3, 2]), numbers([4, 3], 2), numbers([2, 1], 3)),
  ],
  GlobalAveragePool: [
    use({
      by: [0],
      tolerance: 1e-2,
    }, single([2, 3, 2, 2])),
  ],
  Greater: compared,
  HardSigmoid: [
    use({ attributes: { alpha: 0.7, beta: 0.4 }, by: [0], tolerance: 1e-2 }, single([3, 4])),
  ],
  Identity: alone(),
  Less: compared,
  Log: alone(true),
  LogSoftmax: alongAxis,
  Loop: [
    use({
      constant: [0],
      attributes: {
        body: sumOfTwo(),
      },
    }, integers([], [3]), undefined, numbers([2])),
  ],
  MatMul: [
    use({
      by: [0, 1],
    }, numbers([3, 4]), numbers([4, 2], 2)),
    use({
      by: [0, 1],
    }, numbers([2, 3, 4]), numbers([4, 2], 2)),
    use({
      by: [0, 1],
    }, numbers([2, 1, 3, 2]), numbers([3, 2, 2], 2)),
  ],
  Max: pair,
  MaxPool: [
    use({
      attributes: {
        kernel_shape: [3, 3],
        strides: [2, 2],
        pads: [1, 1, 1, 1],
      },
    }, single([2, 3, 7, 6])),
    use({
      attributes: {
        kernel_shape: [3, 3],
        strides: [2, 2],
        ceil_mode: 1,
      },
    }, single([1, 2, 6, 6])),
  ],
  Min: pair,
  Mul: pair,
  Neg: alone(),
  Not: [
    use({}, bools([2], 0, 1)),
  ],
  OneHot: [
    use({
      constant: [1],
    }, integers([3], [1, 0, 4]), integers([], [5]), tensor('float32', [2], Float32Array.of(0, 1))),
    use({
      constant: [1],
      attributes: { axis: 0 },
    }, integers([3], [1, 0, 2]), integers([], [3]), tensor('float32', [2], Float32Array.of(0, 1))),
  ],
  Or: logical,
  Pad: [
    use({
      constant: [1],
      by: [0],
    }, numbers([2, 3]), integers([4], [1, 0, 2, 1])),
  ],
  Pow: pair.map(each => ({
    ...each,
    inputs: each.inputs.map((input, at) => numbers([...input!.shape], at + 1, true)),
  })),
  ReduceMax: reduced,
  ReduceMean: reduced,
  ReduceMin: reduced,
  ReduceSum: reduced,
  Relu: alone(),
  Reshape: [
    use({
      constant: [1],
      by: [0],
    }, numbers([2, 6]), integers([3], [3, -1, 2])),
    use({
      constant: [1],
      by: [0],
    }, numbers([2, 3, 2]), integers([2], [0, -1])),
  ],
  ScatterND: [
    use({
      attributes: { reduction: 'add' },
    }, numbers([4, 3]), integers([3, 1], [2, 0, 2]), numbers([3, 3], 2)),
  ],
  Sigmoid: alone(),
  Slice: [
    use({
      constant: [1, 2, 3],
      by: [0],
    }, numbers([4, 5]), integers([2], [1, -3]), integers([2], [3, 99]), integers([2], [0, 1])),
    use({
      constant: [1, 2, 3, 4],
    }, numbers([7]), integers([1], [1]), integers([1], [-1]), integers([1], [0]), integers([1], [2])),
    use({
      constant: [1, 2, 3, 4],
    }, numbers([7]), integers([1], [-1]), integers([1], [-9]), integers([1], [0]), integers([1], [-2])),
  ],
  Softmax: alongAxis,
  Sqrt: alone(true),
  Squeeze: [
    use({
      constant: [1],
      by: [0],
    }, numbers([1, 3, 1, 2]), integers([2], [0, -2])),
  ],
  Sub: pair,
  Tanh: alone(),
  Transpose: [
    use({
      by: [0],
    }, numbers([2, 3, 4])),
    use({
      attributes: {
        perm: [2, 0, 1],
      },
      by: [0],
    }, numbers([2, 3, 4])),
  ],
  Unsqueeze: [
    use({
      constant: [1],
      by: [0],
    }, numbers([3, 2]), integers([2], [0, -1])),
  ],
  Where: [
    use({
      by: [1, 2],
    }, bools([3, 1], 0, 1, 1), numbers([3, 4]), numbers([4], 2)),
  ],
}
