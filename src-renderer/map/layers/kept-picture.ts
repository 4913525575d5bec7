import type { Container, WebGLRenderer } from 'pixi.js'
import type { Viewport } from '../camera'
import { Geometry, GlProgram, Mesh, RenderTexture, Shader, Texture, UniformGroup } from 'pixi.js'
import { rgbOf } from '../view-uniforms'
import { keepOnGpu } from './keep-on-gpu'

const vertex = `#version 300 es
precision highp float;
in vec2 aCorner;
out vec2 vAt;

void main() {
  vAt = 0.5 + 0.5 * aCorner;
  gl_Position = vec4(aCorner, 0.0, 1.0);
}
`

const fragment = `#version 300 es
precision highp float;
uniform sampler2D uGrounds;
uniform sampler2D uDots;
uniform float uHeld;
in vec2 vAt;
out vec4 finalColor;

void main() {
  vec4 dots = texture(uDots, vAt) * uHeld;
  finalColor = dots + texture(uGrounds, vAt) * (1.0 - dots.a);
}
`

/**
 * Grounds and dots drawn once and kept in the GPU's memory, one apart from the other so that dots can be held back: what
 * draws without a graphics card copies them faster than it draws them again.
 */
export class KeptPicture {
  readonly mesh: Mesh<Geometry, Shader>
  readonly #uniforms = new UniformGroup({
    uHeld: { value: 1, type: 'f32' },
  })

  #textures: { grounds: RenderTexture, dots: RenderTexture } | null = null

  constructor() {
    const geometry = new Geometry({
      topology: 'triangle-strip',
      attributes: {
        aCorner: {
          buffer: Float32Array.of(-1, -1, 1, -1, -1, 1, 1, 1),
          format: 'float32x2',
        },
      },
    })
    keepOnGpu(geometry)
    const shader = new Shader({
      glProgram: GlProgram.from({ vertex, fragment, name: 'kept-picture' }),
      resources: { kept: this.#uniforms, uGrounds: Texture.EMPTY.source, uDots: Texture.EMPTY.source },
    })
    this.mesh = new Mesh({ geometry, shader })
    this.mesh.state.blend = false
    this.mesh.visible = false
  }

  /** In the GPU's memory. */
  get bytes(): number {
    const source = this.#textures?.grounds.source
    return source ? 2 * 4 * source.pixelWidth * source.pixelHeight : 0
  }

  /** Draws both anew, as large as a map's frame, CSS px; `background`: 0xRRGGBB; `ratio`: device px per CSS px. */
  take(renderer: WebGLRenderer, grounds: Container, dots: Container, background: number, { width, height }: Viewport, ratio: number): void {
    const textures = this.#textures ??= { grounds: textureOf(width, height, ratio), dots: textureOf(width, height, ratio) }
    for (const texture of [textures.grounds, textures.dots])
      texture.resize(width, height, ratio)
    renderer.render({ container: grounds, target: textures.grounds, clear: true, clearColor: [...rgbOf(background), 1] })
    renderer.render({ container: dots, target: textures.dots, clear: true, clearColor: [0, 0, 0, 0] })
    const { resources } = this.mesh.shader!
    resources.uGrounds = textures.grounds.source
    resources.uDots = textures.dots.source
  }

  /** `held`: how solid the dots are. */
  show(shown: boolean, held: number): void {
    this.mesh.visible = shown
    this.#uniforms.uniforms.uHeld = held
  }

  /** Gives its memory back: it must be taken anew before it is shown. */
  forget(): void {
    const { resources } = this.mesh.shader!
    resources.uGrounds = resources.uDots = Texture.EMPTY.source
    this.#textures?.grounds.destroy(true)
    this.#textures?.dots.destroy(true)
    this.#textures = null
    this.mesh.visible = false
  }

  destroy(): void {
    this.forget()
    const { geometry, shader } = this.mesh
    this.mesh.destroy()
    geometry.destroy(true)
    shader!.destroy()
  }
}

function textureOf(width: number, height: number, resolution: number): RenderTexture {
  return RenderTexture.create({ width, height, resolution, scaleMode: 'nearest', autoGarbageCollect: false })
}
