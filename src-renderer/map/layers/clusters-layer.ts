import type { MapTheme } from '../map-theme'
import type { MapCluster } from '../photo-map-types'
import type { ViewUniforms } from '../view-uniforms'
import { smoothOutline, withoutRepeats, withoutStraights } from '../smooth-outline'
import { OutlineMesh } from './outline-mesh'

/** The clusters' grounds and lines, beneath the photos. */
export class ClustersLayer {
  readonly #outlines: OutlineMesh
  /** Of each outline that is drawn: it is smoothed once, however often its colour changes. */
  readonly #smooth = new WeakMap<MapCluster['outline'], Float32Array>()
  #clusters: MapCluster[] = []
  #theme: MapTheme

  constructor(view: ViewUniforms, theme: MapTheme) {
    this.#outlines = new OutlineMesh(view)
    this.#theme = theme
  }

  get mesh() {
    return this.#outlines.mesh
  }

  setClusters(clusters: MapCluster[]): void {
    this.#clusters = clusters
    this.#outlines.setShapes(clusters.flatMap(({ outline, colour, index }) => {
      const polygon = this.#smoothed(outline)
      return polygon.length === 0 ? [] : [{ polygon, colour: colour || this.#theme.outline, index }]
    }))
  }

  setTheme(theme: MapTheme): void {
    this.#theme = theme
    this.setClusters(this.#clusters)
  }

  /** `alpha`: 0 while photos glide to where the outlines don't know them. */
  setLook(thumbnailSize: number, alpha: number, highlight: number): void {
    this.#outlines.setLook(outlinePad(thumbnailSize), alpha, this.#theme.dark
      ? 0.07
      : 0.06, highlight)
  }

  destroy(): void {
    this.#outlines.destroy()
  }

  /** Empty where the outline encloses nothing. */
  #smoothed(outline: MapCluster['outline']): Float32Array {
    let smooth = this.#smooth.get(outline)
    if (!smooth) {
      const polygon = withoutRepeats(outline)
      smooth = polygon.length < 6 ? new Float32Array() : withoutStraights(smoothOutline(polygon))
      this.#smooth.set(outline, smooth)
    }
    return smooth
  }
}

/**
 * CSS px by which an outline is drawn outside its polygon. The polygon goes around the photos at a distance already;
 * this is little, because much would fold where the outline bends inward.
 */
export function outlinePad(thumbnailSize: number): number {
  return 2 + Math.min(6, 0.1 * thumbnailSize)
}
