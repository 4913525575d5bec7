import type { Preprocessing } from '#main/backbones/backbone'

/** Turns photos `[N, crop, crop, 3]` uint8 into a network's input `[N, 3, crop, crop]` float32, written into `into`. */
export type Preprocess = (pixels: Uint8Array, into: Float32Array) => void

/** Makes the conversion for a backbone: 3 × 256 values are computed once, and each pixel is a look-up. */
export function preprocessFor({ crop, mean, deviation }: Preprocessing): Preprocess {
  const [red, green, blue] = [0, 1, 2].map(channel =>
    Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean[channel]) / deviation[channel]))
  const area = crop * crop

  return (pixels, into) => {
    if (pixels.length % (3 * area) !== 0 || into.length < pixels.length)
      throw new RangeError(`${pixels.length} bytes are not whole photos of ${crop} × ${crop}, or do not fit into ${into.length} values.`)
    for (let from = 0, to = 0; from < pixels.length; to += 2 * area) {
      for (const end = to + area; to < end; to++, from += 3) {
        into[to] = red[pixels[from]]
        into[to + area] = green[pixels[from + 1]]
        into[to + 2 * area] = blue[pixels[from + 2]]
      }
    }
  }
}
