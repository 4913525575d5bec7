import type { Viewport } from './camera'
import type { PhotoIndex } from './photo-index'
import type { Camera, CanvasPoint } from './photo-map-types'
import type { PhotoSet } from './photo-set'
import { toMap, toScreen } from './camera'
import { isDrawnLater, isOver } from './draw-order'
import { halfBoxOf } from './picture-box'
import { roomShare } from './thinning'
import { aspectShare, pictureShare } from './thumbnail-size'

/** Nobody hits a dot of three px: this far beside it, CSS px, still counts. */
const slop = 5

/**
 * The row of the photo under a point of the canvas: of the pictures there the one on top, else the one whose middle is
 * nearest, within a few px. `size`: CSS px of a thumbnail. Null for none.
 */
export function photoAt(point: CanvasPoint, set: PhotoSet, index: PhotoIndex, camera: Camera, viewport: Viewport, size: number): number | null {
  const share = aspectShare(size)
  const under = toMap(camera, viewport, point)
  const reach = Math.max(size, size / 2 + slop)
  const pictures = pictureShare(size) > 0.5
  let top: number | null = null
  let nearest: number | null = null
  let least = Infinity
  for (const row of index.within(under.x, under.y, reach / camera.scale)) {
    if (set.isOut(row))
      continue
    const middle = toScreen(camera, viewport, set.to[2 * row], set.to[2 * row + 1])
    const dx = Math.abs(point.x - middle.x)
    const dy = Math.abs(point.y - middle.y)
    const half = halfBoxOf(size, set.aspectOf(row), share, set.large[2 * row] >= 0)
    if (pictures && roomShare(set.reach[2 * row + 1], camera.scale, size) > 0.5 && dx <= half.x && dy <= half.y && (top === null || isAbove(set, row, top)))
      top = row
    const distance = Math.hypot(dx, dy)
    if (distance <= size / 2 + slop && distance < least) {
      least = distance
      nearest = row
    }
  }
  return top ?? nearest
}

/** As they are drawn. */
function isAbove(set: PhotoSet, row: number, other: number): boolean {
  const over = isOver(set, row)
  return over === isOver(set, other)
    ? isDrawnLater(set, row, other)
    : over
}
