import type { MapCanvas, PhotoMapOptions, PhotoMapSource } from './photo-map-types'
import { WebGLRenderer } from 'pixi.js'
import { DrawnMapCanvas } from './drawn-map-canvas'
import { WebGlMissing } from './web-gl-missing'
import 'pixi.js/unsafe-eval'

/**
 * Makes a canvas for maps that fills `host` and follows its size. The maps listen to the pointer and the wheel; keys are
 * the page's, which calls `moveFocus` and the like.
 * @throws WEBGL_MISSING
 */
export async function createMapCanvas(host: HTMLElement, source: PhotoMapSource, options: PhotoMapOptions): Promise<MapCanvas> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas.style, {
    display: 'block',
    width: '100%',
    height: '100%',
    touchAction: 'none',
  })
  // Pixi takes over the context that is made here.
  const context = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: true,
  })
  if (!context)
    throw new WebGlMissing()
  const renderer = new WebGLRenderer()
  await renderer.init({
    canvas,
    context,
    background: options.theme.background,
    antialias: false,
    autoDensity: false,
    skipExtensionImports: true,
  })
  // Names are drawn one by one: without a graphics card a program that chooses among sixteen textures takes longer than so many draws.
  renderer.limits.maxBatchableTextures = 1
  host.prepend(canvas)
  return new DrawnMapCanvas(host, canvas, renderer, source, options)
}
