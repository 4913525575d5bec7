import { ModelDamaged } from '#main/graph/model-damaged'

/** The wire types of protobuf that proto2 and proto3 messages without groups use. */
export const wire = {
  varint: 0,
  fixed64: 1,
  bytes: 2,
  fixed32: 5,
} as const

const text = new TextDecoder()

/** Reads the wire format of protobuf from bytes. A read beyond the end throws MODEL_DAMAGED. */
export class WireReader {
  readonly bytes: Uint8Array
  readonly #view: DataView
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get done(): boolean {
    return this.at >= this.bytes.length
  }

  /** A whole number; int64s are read as two's complement and rounded to a double beyond 2⁵³. */
  varint(): number {
    let low = 0
    let high = 0
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= this.bytes.length)
        throw new ModelDamaged('it ends in the middle of a number')
      const byte = this.bytes[this.at++]
      if (shift < 28)
        low += (byte & 127) * 2 ** shift
      else
        high += (byte & 127) * 2 ** (shift - 28)
      if (byte < 128) {
        return high === 0
          ? low
          : signed(low, high)
      }
    }
    throw new ModelDamaged('a number in it is longer than ten bytes')
  }

  /** The next `length` bytes as a view, not a copy. */
  take(length: number): Uint8Array {
    if (length < 0 || this.at + length > this.bytes.length)
      throw new ModelDamaged('it ends in the middle of a field')
    return this.bytes.subarray(this.at, this.at += length)
  }

  delimited(): Uint8Array {
    return this.take(this.varint())
  }

  string(): string {
    return text.decode(this.delimited())
  }

  float(): number {
    this.take(4)
    return this.#view.getFloat32(this.at - 4, true)
  }

  double(): number {
    this.take(8)
    return this.#view.getFloat64(this.at - 8, true)
  }

  skip(wireType: number): void {
    if (wireType === wire.varint)
      this.varint()
    else if (wireType === wire.fixed64)
      this.take(8)
    else if (wireType === wire.bytes)
      this.delimited()
    else if (wireType === wire.fixed32)
      this.take(4)
    else
      throw new ModelDamaged(`it holds a field of the unknown wire type ${wireType}`)
  }
}

/** low holds 28 bits, high the 36 above them; the 64 together are two's complement. */
function signed(low: number, high: number): number {
  const bits = high % 2 ** 36
  return bits >= 2 ** 35
    ? (bits - 2 ** 36) * 2 ** 28 + low
    : bits * 2 ** 28 + low
}

/** A varint; negative numbers take ten bytes, and what lies beyond int64 is held at its ends. */
export function varintBytes(value: number): number[] {
  const bytes: number[] = []
  if (value >= 0 && value < 2 ** 53) {
    for (; value > 127; value = Math.floor(value / 128))
      bytes.push((value % 128) | 128)
    return [...bytes, value]
  }
  const clamped = value >= 2 ** 63
    ? 2n ** 63n - 1n
    : value < -(2 ** 63)
      ? -(2n ** 63n)
      : BigInt(value)
  let rest = BigInt.asUintN(64, clamped)
  for (; rest > 127n; rest >>= 7n)
    bytes.push(Number(rest & 127n) | 128)
  return [
    ...bytes,
    Number(rest),
  ]
}
