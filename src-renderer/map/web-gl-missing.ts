/** The browser offers no WebGL 2, so there is no map to draw. */
export class WebGlMissing extends Error {
  readonly code = 'WEBGL_MISSING'

  constructor() {
    super('The map needs WebGL 2, which this browser does not offer. Switch hardware acceleration on, or use another browser.')
    this.name = 'WebGlMissing'
  }
}
