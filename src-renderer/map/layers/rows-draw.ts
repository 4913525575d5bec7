import type { Geometry, Shader } from 'pixi.js'
import { Mesh } from 'pixi.js'
import { quadsOf } from './photos-geometry'

/** A mesh of which only some photos are drawn: points, or quads. */
export class RowsDraw {
  readonly mesh: Mesh<Geometry, Shader>
  readonly #kind: 'points' | 'quads'
  #rows: Uint32Array | null = null
  /** How many are drawn. */
  count = 0

  constructor(kind: 'points' | 'quads', geometry: Geometry, shader: Shader) {
    this.#kind = kind
    this.mesh = new Mesh({ geometry, shader })
    this.mesh.visible = false
  }

  /** Draws the first `count` of these rows, in their order. They are sent when they are other rows than the last time. */
  show(rows: Uint32Array, count = rows.length): void {
    this.count = count
    this.mesh.visible = count > 0
    if (count === 0)
      return
    const { geometry } = this.mesh
    if (rows !== this.#rows)
      geometry.indexBuffer.data = this.#kind === 'points' ? rows : quadsOf(rows)
    this.#rows = rows
    geometry.indexCount = this.#kind === 'points' ? count : 6 * count
  }
}
