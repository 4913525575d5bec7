import type { Camera, CanvasPoint } from './photo-map-types'

/** The canvas, CSS px. */
export interface Viewport { width: number, height: number }

/** An axis-parallel box, map units. */
export interface Bounds { left: number, top: number, right: number, bottom: number }

/** The least and the greatest zoom, CSS px per map unit. */
export interface ScaleLimits { least: number, most: number }

/** Where a map point stands on the canvas. */
export function toScreen(camera: Camera, viewport: Viewport, x: number, y: number): CanvasPoint {
  return {
    x: (x - camera.x) * camera.scale + viewport.width / 2,
    y: (y - camera.y) * camera.scale + viewport.height / 2,
  }
}

/** The map point under a point of the canvas. */
export function toMap(camera: Camera, viewport: Viewport, at: CanvasPoint): CanvasPoint {
  return {
    x: (at.x - viewport.width / 2) / camera.scale + camera.x,
    y: (at.y - viewport.height / 2) / camera.scale + camera.y,
  }
}

/** The part of the map in sight, widened by `margin` CSS px on every side. */
export function boundsInSight(camera: Camera, viewport: Viewport, margin: number): Bounds {
  const halfWidth = (viewport.width / 2 + margin) / camera.scale
  const halfHeight = (viewport.height / 2 + margin) / camera.scale
  return {
    left: camera.x - halfWidth,
    right: camera.x + halfWidth,
    top: camera.y - halfHeight,
    bottom: camera.y + halfHeight,
  }
}

/** Moves the picture by CSS px: what was under the pointer stays under it. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale, scale: camera.scale }
}

/** Zooms by a factor, within the limits; the map point under `at` stays there. */
export function zoomedAt(camera: Camera, viewport: Viewport, at: CanvasPoint, factor: number, limits: ScaleLimits): Camera {
  const scale = clampedScale(camera.scale * factor, limits)
  const under = toMap(camera, viewport, at)
  return {
    x: under.x - (at.x - viewport.width / 2) / scale,
    y: under.y - (at.y - viewport.height / 2) / scale,
    scale,
  }
}

/** The camera that shows the whole of `bounds` with `margin` CSS px around it. */
export function fitted(bounds: Bounds, viewport: Viewport, margin: number, limits: ScaleLimits): Camera {
  const width = Math.max(1, viewport.width - 2 * margin)
  const height = Math.max(1, viewport.height - 2 * margin)
  const scale = Math.min(width / Math.max(bounds.right - bounds.left, 1e-9), height / Math.max(bounds.bottom - bounds.top, 1e-9))
  return {
    x: (bounds.left + bounds.right) / 2,
    y: (bounds.top + bounds.bottom) / 2,
    scale: clampedScale(scale, limits),
  }
}

/**
 * The camera a share `t` of the way from one to another: zoom grows evenly in its logarithm, and every map point goes
 * straight on the canvas. A zoom about a point therefore keeps that point where it is, all the way.
 */
export function cameraBetween(from: Camera, to: Camera, t: number): Camera {
  const scale = from.scale * (to.scale / from.scale) ** t
  const share = Math.abs(to.scale / from.scale - 1) < 1e-6
    ? t
    : (1 / scale - 1 / from.scale) / (1 / to.scale - 1 / from.scale)
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
    scale,
  }
}

function clampedScale(scale: number, limits: ScaleLimits): number {
  return Math.min(limits.most, Math.max(limits.least, scale))
}
