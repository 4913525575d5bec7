/**
 * The element types of ONNX tensors that Silhouette handles: their number in ONNX's `TensorProto.DataType`, bytes per
 * element, and the typed array that holds them. A bool is one byte, a float16 its 16 bits as they are.
 */
export const elementTypes = {
  float32: { code: 1, bytes: 4, array: Float32Array },
  uint8: { code: 2, bytes: 1, array: Uint8Array },
  int8: { code: 3, bytes: 1, array: Int8Array },
  uint16: { code: 4, bytes: 2, array: Uint16Array },
  int16: { code: 5, bytes: 2, array: Int16Array },
  int32: { code: 6, bytes: 4, array: Int32Array },
  int64: { code: 7, bytes: 8, array: BigInt64Array },
  bool: { code: 9, bytes: 1, array: Uint8Array },
  float16: { code: 10, bytes: 2, array: Uint16Array },
  float64: { code: 11, bytes: 8, array: Float64Array },
  uint32: { code: 12, bytes: 4, array: Uint32Array },
  uint64: { code: 13, bytes: 8, array: BigUint64Array },
} as const

/** The name of an element type, as ONNX Runtime spells it. */
export type ElementType = keyof typeof elementTypes

/** Any typed array a tensor may hold. */
export type TensorValues
  = | Float32Array | Float64Array | Uint8Array | Int8Array | Uint16Array | Int16Array
    | Int32Array | Uint32Array | BigInt64Array | BigUint64Array

/** The element type of a code in an ONNX file; undefined for strings, complex numbers and other rarities. */
export function elementTypeOf(code: number): ElementType | undefined {
  return (Object.keys(elementTypes) as ElementType[]).find(type => elementTypes[type].code === code)
}
