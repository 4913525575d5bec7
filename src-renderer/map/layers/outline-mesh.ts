import type { ViewUniforms } from '../view-uniforms'
import { earcut, Geometry, GlProgram, Mesh, Shader, UniformGroup } from 'pixi.js'
import { outwardNormals } from '../smooth-outline'
import { rgbOf, viewShader } from '../view-uniforms'
import { keepOnGpu } from './keep-on-gpu'

/** A closed polygon to draw. */
export interface OutlineShape {
  /** x, y, x, y … map units, no point on the one before it. */
  polygon: Float32Array
  /** 0xRRGGBB. */
  colour: number
}

const glow = 14
const halfLine = 0.7
const beyond = halfLine + 1
/** The distance that marks a vertex of the ground. */
const ground = -100
/** Each point of a polygon is a vertex of the ground, of the strip's inner rim and of its outer one. */
const rims = [ground, -glow, beyond]

const vertex = `#version 300 es
precision highp float;
${viewShader}
in vec2 aPlace;
in vec2 aNormal;
in float aAcross;
in vec3 aColour;

uniform float uPad;

out float vAcross;
out float vShade;
flat out vec3 vColour;

void main() {
  vAcross = aAcross;
  vShade = aAcross > ${ground / 2}.0 ? 1.0 + aAcross / ${glow}.0 : 1.0;
  vColour = aColour;
  gl_Position = clipOf(aPlace, aNormal * (uPad + (aAcross > ${ground / 2}.0 ? aAcross : 0.0)));
}
`

/**
 * Across goes from the line, 0, inward to −glow; the shade from 0 there to 1 at the line. The strip lies upon the ground, whose
 * shade is 1, and only adds to it.
 */
const shader = `#version 300 es
precision highp float;
uniform vec4 uCamera;
uniform float uAlpha;
uniform float uGround;

in float vAcross;
in float vShade;
flat in vec3 vColour;

out vec4 finalColor;

float lineOf(float width) {
  return clamp(0.5 + (width - abs(vAcross)) * uCamera.w, 0.0, 1.0);
}

float shadeOf() {
  return vAcross < 0.0 ? uGround * vShade * vShade : 0.0;
}
`

const fragment = `${shader}
void main() {
  finalColor = vec4(vColour, 1.0) * (max(0.5 * lineOf(${halfLine.toFixed(1)}), shadeOf()) * uAlpha);
}
`

/** What stands out has a wider line and twice the shade; it lies upon itself as it is else, and adds what that lacks. */
const litFragment = `${shader}
void main() {
  float unlit = max(0.5 * lineOf(${halfLine.toFixed(1)}), shadeOf());
  float lit = max(0.95 * lineOf(${(halfLine + 0.5).toFixed(1)}), 2.0 * shadeOf());
  finalColor = vec4(vColour, 1.0) * ((lit - unlit) / (1.0 - unlit) * uAlpha);
}
`

/** Soft grounds with thin lines: one draw for all shapes. */
export class OutlineMesh {
  readonly mesh: Mesh<Geometry, Shader>
  readonly #shader: Shader
  readonly #uniforms: ReturnType<typeof outlineUniforms>
  #shapes: OutlineShape[] = []

  /** `lit`: the shapes stand out, drawn upon themselves. */
  constructor(view: ViewUniforms, lit: boolean) {
    this.#uniforms = outlineUniforms()
    this.#shader = new Shader({
      glProgram: lit ? GlProgram.from({ vertex, fragment: litFragment, name: 'lit-outlines' }) : GlProgram.from({ vertex, fragment, name: 'outlines' }),
      resources: { view, outlines: this.#uniforms },
    })
    this.mesh = new Mesh({
      geometry: outlineGeometry([]),
      shader: this.#shader,
    })
    this.mesh.visible = false
  }

  /** Of the same polygons only the colours are sent to the GPU. */
  setShapes(shapes: OutlineShape[]): void {
    const before = this.#shapes
    this.#shapes = shapes
    if (shapes.length === before.length && shapes.every(({ polygon }, at) => polygon === before[at].polygon)) {
      this.mesh.geometry.getBuffer('aColour').data = coloursOf(shapes)
      return
    }
    const old = this.mesh.geometry
    this.mesh.geometry = outlineGeometry(shapes)
    this.mesh.visible = shapes.length > 0
    old.destroy(true)
  }

  /** `pad`: CSS px by which outlines stand off; `ground`: alpha of the ground. */
  setLook(pad: number, alpha: number, ground: number): void {
    const { uniforms } = this.#uniforms
    uniforms.uPad = pad
    uniforms.uAlpha = alpha
    uniforms.uGround = ground
    this.mesh.renderable = alpha > 0
  }

  destroy(): void {
    const { geometry } = this.mesh
    this.mesh.destroy()
    geometry.destroy(true)
    this.#shader.destroy()
  }
}

/** Per shape triangles for the ground, and upon them a strip of quads from the line inward. */
function outlineGeometry(shapes: OutlineShape[]): Geometry {
  const places: number[] = []
  const normals: number[] = []
  const across: number[] = []
  const indices: number[] = []
  for (const { polygon } of shapes) {
    const out = outwardNormals(polygon)
    const first = across.length
    const count = polygon.length / 2
    const inner = first + count
    const outer = inner + count
    for (const distance of rims) {
      for (let at = 0; at < count; at++) {
        places.push(polygon[2 * at], polygon[2 * at + 1])
        normals.push(out[2 * at], out[2 * at + 1])
        across.push(distance)
      }
    }
    for (const corner of earcut(polygon))
      indices.push(first + corner)
    for (let at = 0; at < count; at++) {
      const next = (at + 1) % count
      indices.push(inner + at, outer + at, inner + next, inner + next, outer + at, outer + next)
    }
  }
  const geometry = new Geometry({
    topology: 'triangle-list',
    attributes: {
      aPlace: {
        buffer: Float32Array.from(places),
        format: 'float32x2',
      },
      aNormal: {
        buffer: Float32Array.from(normals),
        format: 'float32x2',
      },
      aAcross: {
        buffer: Float32Array.from(across),
        format: 'float32',
      },
      aColour: {
        buffer: coloursOf(shapes),
        format: 'float32x3',
      },
    },
    indexBuffer: Uint32Array.from(indices),
  })
  keepOnGpu(geometry)
  return geometry
}

/** Per vertex red, green and blue. */
function coloursOf(shapes: OutlineShape[]): Float32Array<ArrayBuffer> {
  const vertices = shapes.reduce((sum, { polygon }) => sum + rims.length * polygon.length / 2, 0)
  const colours = new Float32Array(3 * vertices)
  let at = 0
  for (const { polygon, colour } of shapes) {
    const [red, green, blue] = rgbOf(colour)
    for (let left = rims.length * polygon.length / 2; left > 0; left--) {
      colours[at++] = red
      colours[at++] = green
      colours[at++] = blue
    }
  }
  return colours
}

function outlineUniforms() {
  return new UniformGroup({
    uPad: { value: 0, type: 'f32' },
    uAlpha: { value: 1, type: 'f32' },
    uGround: { value: 0, type: 'f32' },
  })
}
