import { describe, expect, it } from 'vitest'
import { elementTypeOf, elementTypes } from '#main/graph/element-types'
import { bytesOf, floats, integers, tensor, tensorOfBytes } from '#main/graph/tensor'

describe('tensors', () => {
  it('hold as many values as their shape says', () => {
    expect(() => floats([2, 2], [1, 2, 3])).toThrow(RangeError)
    expect(integers([2], [1, -2]).values).toEqual(BigInt64Array.of(1n, -2n))
  })

  it('go to bytes and back, aligned or not', () => {
    const of = tensor('float64', [2], Float64Array.of(1.5, -2))
    const shifted = new Uint8Array(17)
    shifted.set(bytesOf(of), 1)
    expect(tensorOfBytes('float64', [2], shifted.subarray(1))).toEqual(of)
    expect(tensorOfBytes('float64', [2], bytesOf(of)).values.buffer).toBe(of.values.buffer)
  })

  it('know their types by ONNX\'s numbers', () => {
    for (const [name, { code }] of Object.entries(elementTypes))
      expect(elementTypeOf(code)).toBe(name)
    expect(elementTypeOf(8)).toBeUndefined()
  })
})
