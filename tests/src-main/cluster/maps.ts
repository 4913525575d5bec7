import { random } from '#main/matrix/random'

/** A map of round groups around given middles, photo i in group i modulo their number. */
export function groupsAt(middles: [number, number][], count: number, spread: number, seed = 1): Float32Array {
  const from = random(seed)
  return Float32Array.from({ length: 2 * count }, (_, at) => middles[(at >> 1) % middles.length][at % 2] + spread * from.normal())
}
