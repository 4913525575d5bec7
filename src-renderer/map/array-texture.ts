import type { WebGLRenderer } from 'pixi.js'
import { TextureSource } from 'pixi.js'

/**
 * A stack of square pictures of one size in the GPU's memory, each with its smaller versions, so that one draw can take
 * from all of them. The pictures are lost with the WebGL context.
 */
export class ArrayTexture {
  readonly side: number
  readonly layers: number
  readonly levels: number
  readonly source: TextureSource
  readonly #renderer: WebGLRenderer
  destroyed = false

  constructor(renderer: WebGLRenderer, side: number, layers: number, levels: number) {
    this.side = side
    this.layers = layers
    this.levels = levels
    this.#renderer = renderer
    this.source = new TextureSource({
      width: side,
      height: side,
      viewDimension: '2d-array',
      arrayLayerCount: layers,
      mipLevelCount: levels,
      scaleMode: 'linear',
      mipmapFilter: 'linear',
      addressMode: 'clamp-to-edge',
      autoGarbageCollect: false,
    })
  }

  get bytes(): number {
    return arrayTextureBytes(this.side, this.layers, this.levels)
  }

  /** Writes `height` rows of a picture of this texture's size, from row `y` on. */
  write(layer: number, bitmap: ImageBitmap, y: number, height: number): void {
    const gl = this.#bind()
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y)
    gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, y, layer, this.side, height, 1, gl.RGBA, gl.UNSIGNED_BYTE, bitmap)
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0)
  }

  /** Makes a layer's smaller versions from its first one, each pixel the mean of four. */
  finish(layer: number): void {
    this.#blitting(this, (gl) => {
      for (let level = 1; level < this.levels; level++) {
        const side = this.side >> level
        gl.framebufferTextureLayer(gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, this.#name(), level - 1, layer)
        gl.framebufferTextureLayer(gl.DRAW_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, this.#name(), level, layer)
        gl.blitFramebuffer(0, 0, 2 * side, 2 * side, 0, 0, side, side, gl.COLOR_BUFFER_BIT, gl.LINEAR)
      }
    })
  }

  /** Takes over the first `layers` pictures of a texture of the same size. */
  copyFrom(other: ArrayTexture, layers: number): void {
    this.#blitting(other, (gl) => {
      for (let level = 0; level < this.levels; level++) {
        const side = this.side >> level
        for (let layer = 0; layer < layers; layer++) {
          gl.framebufferTextureLayer(gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, other.#name(), level, layer)
          gl.framebufferTextureLayer(gl.DRAW_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, this.#name(), level, layer)
          gl.blitFramebuffer(0, 0, side, side, 0, 0, side, side, gl.COLOR_BUFFER_BIT, gl.NEAREST)
        }
      }
    })
  }

  destroy(): void {
    this.destroyed = true
    this.source.destroy()
  }

  /** Lends `work` a framebuffer to read from and one to draw to, and leaves the canvas's own bound, as Pixi expects. */
  #blitting(other: ArrayTexture, work: (gl: WebGL2RenderingContext) => void): void {
    other.#bind()
    const gl = this.#bind()
    const read = gl.createFramebuffer()
    const draw = gl.createFramebuffer()
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, read)
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, draw)
    work(gl)
    gl.bindFramebuffer(gl.FRAMEBUFFER, null)
    gl.deleteFramebuffer(read)
    gl.deleteFramebuffer(draw)
  }

  #bind(): WebGL2RenderingContext {
    this.#renderer.texture.bindSource(this.source, 0)
    const gl = this.#renderer.gl
    gl.activeTexture(gl.TEXTURE0)
    return gl
  }

  #name(): WebGLTexture {
    return this.#renderer.texture.getGlSource(this.source).texture
  }
}

/** Bytes of such a stack: four a pixel, and a third more for the smaller versions. */
export function arrayTextureBytes(side: number, layers: number, levels: number): number {
  let bytes = 0
  for (let level = 0; level < levels; level++)
    bytes += 4 * (side >> level) ** 2 * layers
  return bytes
}
