import type { MapTheme } from '../map-theme'
import type { MapCluster } from '../photo-map-types'
import type { ViewUniforms } from '../view-uniforms'
import type { OutlineShape } from './outline-mesh'
import { smoothOutline, withoutRepeats, withoutStraights } from '../smooth-outline'
import { OutlineMesh } from './outline-mesh'

/**
 * CSS px by which an outline as drawn may miss the smooth one, at the nearest zoom it is drawn for, where there are so many
 * of them; the fewer there are, the larger they are, the better a corner is seen, and the less it costs to have none.
 */
const missed = 0.8
const many = 150
/** An outline is drawn by the same points until one has come so many times nearer. */
const nearer = 2

type Outline = MapCluster['outline']

/**
 * The clusters' grounds and lines, beneath the photos. Seen from afar they have fewer points: what draws without a
 * graphics card takes longer for hundreds of outlines whole than for a hundred thousand dots.
 */
export class ClustersLayer {
  readonly #outlines: OutlineMesh
  /** The one that stands out, drawn once more. */
  readonly #lit: OutlineMesh
  /** Of each outline that is drawn: it is smoothed once, however often its colour changes or one goes nearer. */
  readonly #smooth = new WeakMap<Outline, { whole: Float32Array, byMiss: Map<number, Float32Array> }>()
  #clusters: MapCluster[] = []
  #theme: MapTheme
  /** Map units by which outlines may miss. */
  #miss = Infinity
  /** The cluster that stands out; −1 for none. */
  #highlight = -1
  /** Goes up when the outlines are others, or of other colours. */
  version = 0

  constructor(view: ViewUniforms, theme: MapTheme) {
    this.#outlines = new OutlineMesh(view, false)
    this.#lit = new OutlineMesh(view, true)
    this.#theme = theme
  }

  get mesh() {
    return this.#outlines.mesh
  }

  /** What lies upon that while a cluster stands out. */
  get litMesh() {
    return this.#lit.mesh
  }

  /** Whether they are seen at all: not while photos lie elsewhere. */
  get isSeen(): boolean {
    return this.mesh.renderable
  }

  setClusters(clusters: MapCluster[]): void {
    this.#clusters = clusters
    if (this.#miss < Infinity)
      this.#draw()
  }

  setTheme(theme: MapTheme): void {
    this.#theme = theme
    this.setClusters(this.#clusters)
  }

  /** `scale`: CSS px per map unit; `alpha`: 0 while photos glide to where the outlines don't know them; `highlight`: the cluster that stands out, or −1. */
  setLook(scale: number, thumbnailSize: number, alpha: number, highlight: number): void {
    const most = missed * Math.min(1, Math.max(1, this.#clusters.length) / many)
    const miss = nearer ** Math.floor(Math.log(most / scale) / Math.log(nearer))
    if (miss !== this.#miss) {
      this.#miss = miss
      this.#draw()
    }
    if (highlight !== this.#highlight) {
      this.#highlight = highlight
      this.#light()
    }
    const ground = this.#theme.dark
      ? 0.07
      : 0.06
    for (const outlines of [this.#outlines, this.#lit])
      outlines.setLook(outlinePad(thumbnailSize), alpha, ground)
  }

  destroy(): void {
    this.#outlines.destroy()
    this.#lit.destroy()
  }

  #draw(): void {
    this.#outlines.setShapes(this.#shapesOf(this.#clusters))
    this.#light()
    this.version++
  }

  #light(): void {
    this.#lit.setShapes(this.#shapesOf(this.#clusters.filter(({ index }) => index === this.#highlight)))
  }

  #shapesOf(clusters: MapCluster[]): OutlineShape[] {
    return clusters.flatMap(({ outline, colour }) => {
      const polygon = this.#drawn(outline)
      return polygon.length === 0 ? [] : [{ polygon, colour: colour || this.#theme.outline }]
    })
  }

  /** Empty where the outline encloses nothing. */
  #drawn(outline: Outline): Float32Array {
    let smooth = this.#smooth.get(outline)
    if (!smooth) {
      const polygon = withoutRepeats(outline)
      smooth = { whole: polygon.length < 6 ? new Float32Array() : smoothOutline(polygon), byMiss: new Map() }
      this.#smooth.set(outline, smooth)
    }
    let drawn = smooth.byMiss.get(this.#miss)
    if (!drawn) {
      drawn = withoutStraights(smooth.whole, this.#miss)
      smooth.byMiss.set(this.#miss, drawn)
    }
    return drawn
  }
}

/**
 * CSS px by which an outline is drawn outside its polygon. The polygon goes around the photos at a distance already;
 * this is little, because much would fold where the outline bends inward.
 */
export function outlinePad(thumbnailSize: number): number {
  return 2 + Math.min(6, 0.1 * thumbnailSize)
}
