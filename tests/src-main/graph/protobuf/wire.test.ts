import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { varintBytes, WireReader } from '#main/graph/protobuf/wire'

describe('varints', () => {
  it('come back as they went, negative ones too', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => {
      expect(new WireReader(Uint8Array.from(varintBytes(value))).varint()).toBe(value)
    }))
  })

  it('take the bytes protobuf gives them', () => {
    expect(varintBytes(300)).toEqual([0xAC, 0x02])
    expect(varintBytes(-1)).toEqual([255, 255, 255, 255, 255, 255, 255, 255, 255, 1])
    expect(varintBytes(2 ** 63)).toEqual([255, 255, 255, 255, 255, 255, 255, 255, 127])
  })

  it('that do not end are damage', () => {
    expect(() => new WireReader(new Uint8Array(11).fill(255)).varint()).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }))
    expect(() => new WireReader(Uint8Array.of(128)).varint()).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }))
  })
})
