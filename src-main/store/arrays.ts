type Numbers = Uint16Array | Uint32Array | Float32Array

/** The bytes of an array, to be stored; a view, not a copy. */
export function bytesOf(values: Numbers): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength)
}

/** An array as SQLite's `json_each` takes it: one statement for many rows is several times faster than one for each. */
export function jsonOf(values: ArrayLike<number>): string {
  return `[${Array.prototype.join.call(values, ',')}]`
}

/** Stored bytes as uint16, copied so that they are aligned. */
export function uint16From(bytes: Buffer): Uint16Array {
  return new Uint16Array(alignedCopy(bytes))
}

/** Stored bytes as uint32, copied so that they are aligned. */
export function uint32From(bytes: Buffer): Uint32Array {
  return new Uint32Array(alignedCopy(bytes))
}

/** Stored bytes as float32, copied so that they are aligned. */
export function float32From(bytes: Buffer): Float32Array {
  return new Float32Array(alignedCopy(bytes))
}

function alignedCopy(bytes: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  return copy
}
