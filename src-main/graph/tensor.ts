import type { ElementType, TensorValues } from '#main/graph/element-types'
import { elementTypes } from '#main/graph/element-types'

/** A dense tensor: `values` holds the product of `shape` elements, row-major. A scalar has the shape `[]`. */
export interface Tensor {
  readonly type: ElementType
  readonly shape: readonly number[]
  readonly values: TensorValues
}

/** A tensor over existing values, whose number must be the product of the shape. */
export function tensor(type: ElementType, shape: readonly number[], values: TensorValues): Tensor {
  if (values.length !== elementCount(shape))
    throw new RangeError(`A tensor [${shape.join(', ')}] holds ${elementCount(shape)} values, not ${values.length}.`)
  return { type, shape, values }
}

/** A float32 tensor; numbers are rounded to float32. */
export function floats(shape: readonly number[], values: ArrayLike<number>): Tensor {
  return tensor('float32', shape, values instanceof Float32Array
    ? values
    : Float32Array.from(values))
}

/** An int64 tensor from plain whole numbers. */
export function integers(shape: readonly number[], values: ArrayLike<number>): Tensor {
  return tensor('int64', shape, BigInt64Array.from({ length: values.length }, (_, i) => BigInt(values[i])))
}

/** A float32 tensor [] of one number. */
export function scalar(value: number): Tensor {
  return floats([], [value])
}

/** The number of elements a shape holds. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

/** The bytes of a tensor's values as an ONNX file keeps them (little-endian), without copying. */
export function bytesOf(of: Tensor): Uint8Array {
  return new Uint8Array(of.values.buffer, of.values.byteOffset, of.values.byteLength)
}

/** A tensor over bytes as an ONNX file keeps them; copied only where they do not lie on an element's boundary. */
export function tensorOfBytes(type: ElementType, shape: readonly number[], bytes: Uint8Array): Tensor {
  const { array: TypedArray, bytes: size } = elementTypes[type]
  const aligned = bytes.byteOffset % size === 0
    ? bytes
    : new Uint8Array(bytes)
  return tensor(type, shape, new TypedArray(aligned.buffer as ArrayBuffer, aligned.byteOffset, aligned.byteLength / size))
}

/** The values of a tensor as plain numbers; those of int64 must be exact in float64. */
export function numbersOf({ values }: Pick<Tensor, 'values'>): number[] {
  return Array.from(values as ArrayLike<number | bigint>, Number)
}
