import type { PhotoMap, PhotoMapEvents, PhotoMapOptions, PhotoMapSource } from './photo-map-types'
import { WebGLRenderer } from 'pixi.js'
import { DrawnPhotoMap } from './drawn-photo-map'
import { WebGlMissing } from './web-gl-missing'
import 'pixi.js/unsafe-eval'

export type { PhotoMap } from './photo-map-types'

/**
 * Makes a map that fills `host` and follows its size. It listens to the pointer and the wheel; keys are the page's,
 * which calls `moveFocus` and the like.
 * @throws WEBGL_MISSING
 */
export async function createPhotoMap(host: HTMLElement, source: PhotoMapSource, events: PhotoMapEvents, options: PhotoMapOptions): Promise<PhotoMap> {
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
  host.append(canvas)
  return new DrawnPhotoMap(host, canvas, renderer, source, events, options)
}
