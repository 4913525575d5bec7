import type { Viewport } from './camera'

/** How large a thumbnail is drawn: `base` CSS px where the whole map is fitted in, and more as one zooms in. */
export interface ThumbnailLaw {
  base: number
  /** CSS px per map unit of the fitted map. */
  fitScale: number
}

/** Thumbnails grow slower than the distances between them, so that zooming in takes a pile apart. */
const growth = 0.62
export const largestThumbnail = 240
const largestAtFit = 44
const smallestAtFit = 3

/** From this side on, CSS px, a click means the photo and no longer its cluster. */
export const photoClickSize = 72

/**
 * The law for `count` photos whose typical distance to their neighbours is `spacing` map units. The side at the
 * fitted view is the geometric mean of what a sheet of evenly strewn photos and what the photos' real nearness allow:
 * a map is never bare, and its groups are not solid heaps.
 */
export function thumbnailLaw(count: number, spacing: number, fitScale: number, viewport: Viewport): ThumbnailLaw {
  const even = Math.sqrt(viewport.width * viewport.height / Math.max(1, count))
  const near = Math.max(spacing * fitScale, 0.25 * even)
  const base = Math.sqrt(even * near)
  return {
    base: Math.min(largestAtFit, Math.max(smallestAtFit, base)),
    fitScale,
  }
}

/** CSS px of a thumbnail's side at a zoom. */
export function thumbnailSize(law: ThumbnailLaw, scale: number): number {
  const size = law.base * (scale / law.fitScale) ** growth
  return Math.min(largestThumbnail, Math.max(Math.min(law.base, 2.5), size))
}

/** The zoom at which thumbnails have reached a size. */
export function scaleForSize(law: ThumbnailLaw, size: number): number {
  return law.fitScale * (size / law.base) ** (1 / growth)
}

/** 0 while photos are dots, 1 when they are pictures. */
export function pictureShare(size: number): number {
  return smoothly(5, 8.5, size)
}

/** 0 while pictures are cropped to squares, 1 when they show their whole width and height. */
export function aspectShare(size: number): number {
  return smoothly(52, 84, size)
}

/** Side of the square a photo needs to lie beside others, CSS px: with a gap, and for most shapes in which pictures are shown whole. */
export function spreadSide(size: number): number {
  return size * (1.08 + 0.2 * aspectShare(size))
}

/** 0 while a ring has no room for dashes, 1 when it has. */
export function dashShare(size: number): number {
  return smoothly(40, 48, size)
}

function smoothly(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return share * share * (3 - 2 * share)
}
