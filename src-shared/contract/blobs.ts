/**
 * Big numbers travel as Blobs: a typed array survives neither a MessagePort call nor HTTP, a Blob survives both.
 * All arrays are little-endian, as every platform Silhouette runs on is.
 */
export function blobOf(values: Uint32Array | Int32Array | Float32Array): Blob {
  return new Blob([values as Uint32Array<ArrayBuffer>])
}

/** @returns the unsigned integers in a Blob, in order */
export async function uint32Of(blob: Blob): Promise<Uint32Array> {
  return new Uint32Array(await blob.arrayBuffer())
}

/** @returns the signed integers in a Blob, in order */
export async function int32Of(blob: Blob): Promise<Int32Array> {
  return new Int32Array(await blob.arrayBuffer())
}

/** @returns the single-precision numbers in a Blob, in order */
export async function float32Of(blob: Blob): Promise<Float32Array> {
  return new Float32Array(await blob.arrayBuffer())
}
