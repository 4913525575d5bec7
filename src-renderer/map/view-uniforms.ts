import type { Camera } from './photo-map-types'
import { UniformGroup } from 'pixi.js'

export type ViewUniforms = ReturnType<typeof viewUniforms>

/** What every layer's shader knows of the view. */
export function viewUniforms() {
  return new UniformGroup({
    /** Map point in the middle, CSS px per map unit, device px per CSS px. */
    uCamera: {
      value: new Float32Array([0, 0, 1, 1]),
      type: 'vec4<f32>',
    },
    /** CSS px. */
    uView: {
      value: new Float32Array([1, 1]),
      type: 'vec2<f32>',
    },
  })
}

export function setViewUniforms({ uniforms }: ViewUniforms, camera: Camera, width: number, height: number, ratio: number): void {
  uniforms.uCamera.set([
    camera.x,
    camera.y,
    camera.scale,
    ratio,
  ])
  uniforms.uView.set([width, height])
}

/** GLSL: a map point, moved by CSS px, as a clip position. */
export const viewShader = `
uniform vec4 uCamera;
uniform vec2 uView;

vec4 clipOf(vec2 place, vec2 offset) {
  vec2 px = (place - uCamera.xy) * uCamera.z + offset;
  return vec4(2.0 * px.x / uView.x, -2.0 * px.y / uView.y, 0.0, 1.0);
}
`

/** 0xRRGGBB as three shares of 1. */
export function rgbOf(colour: number): [number, number, number] {
  return [(colour >> 16 & 255) / 255, (colour >> 8 & 255) / 255, (colour & 255) / 255]
}
