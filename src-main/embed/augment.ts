import { random } from '#main/matrix/random'

/** How many views of a photo a network is trained on: the photo as it is, and three changed ones. */
export const viewCount = 4

/** Of the photo's side, the least that a random crop shows. */
const leastShown = 0.6
/** How far brightness, contrast and saturation may go from 1, to either side. */
const jitter = 0.3

/**
 * A view of a photo as a network sees it: view 0 is the photo itself, view 1 its mirror image, and each further one a
 * random part of it, mirrored or not, with brightness, contrast and saturation changed. What is in a photo does not
 * depend on any of them.
 * @param pixels [side, side, 3] uint8
 * @param side in pixels
 * @param view which one
 * @param seed with the view, makes the same one again
 */
export function augmented(pixels: Uint8Array, side: number, view: number, seed: number): Uint8Array {
  if (view === 0)
    return pixels
  if (view === 1)
    return part(pixels, side, { left: 0, top: 0, size: side, mirrored: true })
  const { uniform } = random(seed * 31 + view)
  const between = (low: number, high: number): number => low + (high - low) * uniform()
  const size = side * between(leastShown, 1)
  const shown = part(pixels, side, { left: between(0, side - size), top: between(0, side - size), size, mirrored: uniform() < 0.5 })
  return recoloured(shown, between(1 - jitter, 1 + jitter), between(1 - jitter, 1 + jitter), between(1 - jitter, 1 + jitter))
}

/** A square of the picture stretched to the whole side, between pixels by the four around. */
function part(pixels: Uint8Array, side: number, { left, top, size, mirrored }: { left: number, top: number, size: number, mirrored: boolean }): Uint8Array {
  const out = new Uint8Array(pixels.length)
  const scale = size / side
  const place = (at: number, from: number): [number, number, number] => {
    const exact = Math.min(side - 1, Math.max(0, from + (at + 0.5) * scale - 0.5))
    const low = Math.floor(exact)
    return [low, Math.min(side - 1, low + 1), exact - low]
  }
  const columns = Array.from({ length: side }, (_, x) => place(mirrored ? side - 1 - x : x, left))
  for (let y = 0; y < side; y++) {
    const [above, below, down] = place(y, top)
    for (let x = 0; x < side; x++) {
      const [before, after, right] = columns[x]
      for (let channel = 0; channel < 3; channel++) {
        const at = (row: number, column: number): number => pixels[(row * side + column) * 3 + channel]
        const upper = at(above, before) * (1 - right) + at(above, after) * right
        const lower = at(below, before) * (1 - right) + at(below, after) * right
        out[(y * side + x) * 3 + channel] = Math.round(upper * (1 - down) + lower * down)
      }
    }
  }
  return out
}

function recoloured(pixels: Uint8Array, brightness: number, contrast: number, saturation: number): Uint8Array {
  let sum = 0
  for (let i = 0; i < pixels.length; i++)
    sum += pixels[i]
  const mean = brightness * sum / pixels.length
  const out = new Uint8ClampedArray(pixels.length)
  for (let i = 0; i < pixels.length; i += 3) {
    const grey = 0.299 * pixels[i] + 0.587 * pixels[i + 1] + 0.114 * pixels[i + 2]
    for (let channel = 0; channel < 3; channel++) {
      const vivid = grey + saturation * (pixels[i + channel] - grey)
      out[i + channel] = mean + contrast * (brightness * vivid - mean)
    }
  }
  return new Uint8Array(out.buffer)
}
