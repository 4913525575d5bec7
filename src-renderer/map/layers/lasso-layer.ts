import type { MapTheme } from '../map-theme'
import type { ViewUniforms } from '../view-uniforms'
import { withoutRepeats } from '../smooth-outline'
import { OutlineMesh } from './outline-mesh'

/** The lasso while it is drawn, above everything. */
export class LassoLayer {
  readonly #outline: OutlineMesh

  constructor(view: ViewUniforms) {
    this.#outline = new OutlineMesh(view)
    this.#outline.setLook(0, 1, 0.12, -1)
  }

  get mesh() {
    return this.#outline.mesh
  }

  /** `polygon`: x, y, x, y … map units; null for no lasso. */
  show(polygon: ArrayLike<number> | null, theme: MapTheme): void {
    const points = polygon === null
      ? new Float32Array()
      : withoutRepeats(polygon)
    this.#outline.setShapes(points.length < 6
      ? []
      : [
          { polygon: points, colour: theme.selection, index: 0 },
        ])
  }

  destroy(): void {
    this.#outline.destroy()
  }
}
