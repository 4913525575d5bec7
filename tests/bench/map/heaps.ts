import { random } from '#main/matrix/random'

/** Photos in heaps: which each belongs to, and where they lie. */
export interface Heaps {
  count: number
  /** [N] heap of each photo, −1 for a stray. */
  of: Int32Array
  /** [N, 2] map units. */
  xy: Float32Array
}

/**
 * Heaps as a map shows them, long and round, thick and thin, most of them apart, a twentieth of the photos astray. The
 * same photos are in the same heaps whatever `arrangement` says of where these lie.
 */
export function heapsOf(photos: number, arrangement: number): Heaps {
  const count = Math.max(6, Math.min(60, Math.round(photos ** 0.4)))
  const deal = random(photos)
  const place = random(1_000 * (arrangement + 1))
  const middles = Array.from({ length: count }, () => {
    const wide = (0.25 + place.uniform()) * 0.5 / Math.sqrt(count)
    return {
      x: 1.7 * place.uniform() - 0.85,
      y: 1.7 * place.uniform() - 0.85,
      wide,
      narrow: wide * (0.35 + 0.65 * place.uniform()),
      turn: Math.PI * place.uniform(),
    }
  })
  const of = new Int32Array(photos)
  const xy = new Float32Array(2 * photos)
  for (let at = 0; at < photos; at++) {
    of[at] = deal.uniform() < 0.05
      ? -1
      : Math.floor(count * deal.uniform() ** 1.5)
    const heap = middles[of[at]]
    if (!heap) {
      xy[2 * at] = 2 * place.uniform() - 1
      xy[2 * at + 1] = 2 * place.uniform() - 1
      continue
    }
    const along = heap.wide * place.normal() / 1.5
    const across = heap.narrow * place.normal() / 1.5
    xy[2 * at] = heap.x + along * Math.cos(heap.turn) - across * Math.sin(heap.turn)
    xy[2 * at + 1] = heap.y + along * Math.sin(heap.turn) + across * Math.cos(heap.turn)
  }
  return { count, of, xy }
}
