import type { PhotoIndex } from './photo-index'
import type { Direction } from './photo-map-types'

const steps: Record<Direction, [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/**
 * The row the keyboard's cursor goes to from `row`: within the quarter of the map that lies that way, the one that is
 * near and straight ahead (distance along the way plus twice the distance beside it). Null at the map's edge.
 * `xy`: [N, 2] map units. `may`: whether a row can be gone to.
 */
export function neighbourInDirection(index: PhotoIndex, xy: Float32Array, row: number, direction: Direction, may: (row: number) => boolean = () => true): number | null {
  const [sx, sy] = steps[direction]
  const x = xy[2 * row]
  const y = xy[2 * row + 1]
  const reach = farthest(index, xy, x, y)
  if (reach === 0)
    return null
  for (let radius = reach / Math.sqrt(index.count) / 2; ; radius *= 2) {
    let best: number | null = null
    let least = Infinity
    for (const other of index.within(x, y, radius)) {
      const ahead = (xy[2 * other] - x) * sx + (xy[2 * other + 1] - y) * sy
      const beside = Math.abs((xy[2 * other] - x) * sy) + Math.abs((xy[2 * other + 1] - y) * sx)
      const cost = ahead + 2 * beside
      if (other !== row && may(other) && ahead > 0 && beside <= ahead && (cost < least || (cost === least && best !== null && other < best))) {
        least = cost
        best = other
      }
    }
    // Whatever costs no more than the radius lies within it, so nothing better is outside.
    if ((best !== null && least <= radius) || radius > reach)
      return best
  }
}

function farthest(index: PhotoIndex, xy: Float32Array, x: number, y: number): number {
  let square = 0
  for (let row = 0; row < index.count; row++)
    square = Math.max(square, (xy[2 * row] - x) ** 2 + (xy[2 * row + 1] - y) ** 2)
  return Math.sqrt(square)
}
