/** The operators a graph can be built of, as ONNX spells them; each has its entry in `table.ts`. */
export type OperatorName
  = | 'Abs' | 'Add' | 'And' | 'ArgMax' | 'ArgMin' | 'BatchNormalization' | 'Cast' | 'Clip' | 'Concat' | 'Conv'
    | 'ConvTranspose' | 'Div' | 'Equal' | 'Erf' | 'Exp' | 'Expand' | 'Flatten' | 'Gather' | 'Gemm' | 'GlobalAveragePool' | 'Greater' | 'HardSigmoid' | 'Identity' | 'Less'
    | 'Log' | 'LogSoftmax' | 'Loop' | 'MatMul' | 'Max' | 'MaxPool' | 'Min' | 'Mul' | 'Neg' | 'Not' | 'OneHot' | 'Or'
    | 'Pad' | 'Pow' | 'ReduceMax' | 'ReduceMean' | 'ReduceMin' | 'ReduceSum' | 'Relu' | 'Reshape' | 'ScatterND' | 'Sigmoid'
    | 'Slice' | 'Softmax' | 'Sqrt' | 'Squeeze' | 'Sub' | 'Tanh' | 'Transpose' | 'Unsqueeze' | 'Where'
