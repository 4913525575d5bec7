import type { Bounds, Viewport } from './camera'
import type { Camera, CanvasPoint } from './photo-map-types'
import { boundsInSight, fitted } from './camera'

/** Px that the small map leaves free at its rim. */
const margin = 7

/** How a small map lies in its box: the camera that sees the whole map. */
export function smallCamera(bounds: Bounds, box: Viewport): Camera {
  return fitted(bounds, box, margin, { least: 0, most: Infinity })
}

/** Up to so many photos a dot is two px wide and high. */
const fewPhotos = 20_000

/**
 * Paints every photo as a dot into `pixels` ([height, width] RGBA as uint32, little-endian), which is cleared first.
 * `xy`: [N, 2] map units; `colours`: [N] 0xRRGGBB of the photos' labels, 0 for none; `dot`: 0xRRGGBB of a photo without one.
 */
export function paintSmallMap(pixels: Uint32Array, box: Viewport, camera: Camera, xy: Float32Array, colours: Uint32Array, dot: number): void {
  pixels.fill(0)
  const plain = opaque(dot)
  const few = colours.length <= fewPhotos
  // The labelled ones last, so that the others do not cover them.
  for (const labelled of [false, true]) {
    for (let row = 0; row < colours.length; row++) {
      if ((colours[row] > 0) !== labelled)
        continue
      const x = Math.round((xy[2 * row] - camera.x) * camera.scale + box.width / 2)
      const y = Math.round((xy[2 * row + 1] - camera.y) * camera.scale + box.height / 2)
      if (x < 0 || y < 0 || x >= box.width - 1 || y >= box.height - 1)
        continue
      const at = y * box.width + x
      const colour = labelled ? opaque(colours[row]) : plain
      pixels[at] = colour
      if (few)
        pixels[at + 1] = pixels[at + box.width] = pixels[at + box.width + 1] = colour
    }
  }
}

/** The part of the map in sight, px of the small map, cut at its box. */
export function boxInSight(small: Camera, box: Viewport, camera: Camera, viewport: Viewport): Bounds {
  const sight = boundsInSight(camera, viewport, 0)
  const x = (value: number): number => Math.min(box.width, Math.max(0, (value - small.x) * small.scale + box.width / 2))
  const y = (value: number): number => Math.min(box.height, Math.max(0, (value - small.y) * small.scale + box.height / 2))
  return { left: x(sight.left), right: x(sight.right), top: y(sight.top), bottom: y(sight.bottom) }
}

/** Whether the whole map is in sight, so that nobody need be told where they are. */
export function isAllInSight(bounds: Bounds, camera: Camera, viewport: Viewport): boolean {
  const sight = boundsInSight(camera, viewport, 0)
  return sight.left <= bounds.left && sight.right >= bounds.right && sight.top <= bounds.top && sight.bottom >= bounds.bottom
}

/** The map point at a place of the small map. */
export function mapPointAt(small: Camera, box: Viewport, { x, y }: CanvasPoint): CanvasPoint {
  return { x: (x - box.width / 2) / small.scale + small.x, y: (y - box.height / 2) / small.scale + small.y }
}

function opaque(colour: number): number {
  return (0xFF000000 | (colour & 0xFF) << 16 | colour & 0xFF00 | colour >> 16 & 0xFF) >>> 0
}
