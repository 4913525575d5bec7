import type { Tensor } from '#main/graph/tensor'
import type { Attributes } from '#main/graph/value'
import { GraphBuilder } from '#main/graph/builder'
import { integers, tensor } from '#main/graph/tensor'

/** One use of an operator: what flows in, what is constant, and which inputs are differentiated by. */
export interface OperatorCase {
  /** Inputs by place; undefined is one left out. */
  inputs: (Tensor | undefined)[]
  attributes?: Attributes
  /** Places of the inputs that are constants of the graph. */
  constant?: number[]
  /** Places of the inputs whose gradient is checked. */
  by?: number[]
  /** Relative tolerance of the finite difference; looser where ONNX Runtime only knows the operator in float32. */
  tolerance?: number
}

export function use(how: Omit<OperatorCase, 'inputs'>, ...inputs: (Tensor | undefined)[]): OperatorCase {
  return { inputs, ...how }
}

/** Float64 numbers between 0.3 and 1.9, no two alike, of both signs unless `positive`. */
export function numbers(shape: number[], seed = 1, positive = false): Tensor {
  const count = shape.reduce((product, size) => product * size, 1)
  const values = Float64Array.from({ length: count }, (_, i) => {
    const size = 0.3 + 1.6 * ((Math.sin((i + 1) * 12.9898 + seed * 78.233) * 43758.5453) % 1 + 1) / 2
    return positive || (i * 7 + seed) % 3 > 0
      ? size
      : -size
  })
  return tensor('float64', shape, values)
}

export function single(shape: number[], seed = 1): Tensor {
  return tensor('float32', shape, Float32Array.from(numbers(shape, seed).values as Float64Array))
}

export function bools(shape: number[], ...values: number[]): Tensor {
  return tensor('bool', shape, Uint8Array.from(values))
}

export function one(value: number): Tensor {
  return tensor('float64', [], Float64Array.of(value))
}

export function alone(positive = false): OperatorCase[] {
  return [
    use({
      by: [0],
    }, numbers([3, 4], 1, positive)),
  ]
}

export const pair: OperatorCase[] = [
  use({
    by: [0, 1],
  }, numbers([3, 4]), numbers([3, 4], 2)),
  use({
    by: [0, 1],
  }, numbers([2, 3, 4]), numbers([3, 1], 2)),
  use({
    by: [0, 1],
  }, numbers([1, 4]), numbers([3, 1], 2)),
  use({
    by: [0, 1],
  }, numbers([]), numbers([2, 2], 2)),
]

export const compared: OperatorCase[] = [
  use({}, numbers([3, 4]), numbers([4], 2)),
  use({}, integers([3], [1, 2, 3]), integers([3], [3, 2, 1])),
]

export const logical: OperatorCase[] = [
  use({}, bools([4], 0, 0, 1, 1), bools([2, 4], 0, 1, 0, 1, 1, 1, 0, 0)),
]

export const reduced: OperatorCase[] = [
  use({
    constant: [1],
    by: [0],
    attributes: { keepdims: 1 },
  }, numbers([3, 4]), integers([1], [1])),
  use({
    constant: [1],
    by: [0],
    attributes: { keepdims: 0 },
  }, numbers([2, 3, 2]), integers([2], [0, -1])),
  use({
    by: [0],
    attributes: { keepdims: 0 },
  }, numbers([3, 4])),
  // An empty list of axes is all of them.
  use({
    constant: [1],
    by: [0],
    attributes: { keepdims: 0 },
  }, numbers([3, 4]), integers([0], [])),
]

export const alongAxis: OperatorCase[] = [
  use({
    attributes: { axis: 1 },
    by: [0],
  }, numbers([3, 4])),
  use({
    attributes: { axis: 1 },
    by: [0],
  }, numbers([2, 3, 2])),
]

export const positioned: OperatorCase[] = [
  use({
    attributes: { axis: 1, keepdims: 0 },
  }, numbers([3, 4])),
  use({
    attributes: { axis: -2, keepdims: 1 },
  }, numbers([3, 4])),
]

export function sumOfTwo(): GraphBuilder {
  const body = new GraphBuilder('body')
  body.input('round', 'int64', [])
  const going = body.input('going', 'bool', [])
  const state = body.input('state', 'float64', [2])
  body.output(body.add('Identity', [going]))
  body.output(body.add('Add', [state, state]))
  body.output(body.add('Neg', [state]))
  return body
}
