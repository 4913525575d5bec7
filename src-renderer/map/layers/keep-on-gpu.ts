import type { Geometry } from 'pixi.js'

/**
 * Keeps a geometry and its buffers on the GPU while nothing draws it. Pixi takes away what wasn't drawn for a minute: of a
 * geometry that is kept it would take the buffers, and send what is in them anew to where the geometry doesn't look.
 */
export function keepOnGpu(geometry: Geometry): void {
  geometry.autoGarbageCollect = false
  for (const buffer of geometry.buffers)
    buffer.autoGarbageCollect = false
}
