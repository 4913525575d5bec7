import type { WebGLRenderer } from 'pixi.js'
import type { Bounds } from './camera'
import type { PhotoIndex } from './photo-index'
import type { PhotoMapSource } from './photo-map-types'
import type { PhotoSet } from './photo-set'
import { atlasCellOf } from '#shared/contract/photos'
import { AtlasPages } from './atlas-pages'
import { LargeThumbnails } from './large-thumbnails'
import { mostPages } from './layers/photos-shader'
import { cellPage, sameIds } from './photo-set'
import { roomShare } from './thinning'
import { aspectShare, pictureShare } from './thumbnail-size'
import { UploadQueue } from './upload-queue'

const uploadBudget = 1.5
/** Atlas thumbnails are drawn up to this much larger than they are before a large one takes their place. */
const stretched = 1.2

/** Sees to it that the pictures of the photos in sight come to the GPU, and says of each photo where its picture is. */
export class MapPictures {
  readonly #uploads = new UploadQueue()
  readonly #atlas: AtlasPages
  readonly #large: LargeThumbnails
  readonly #wake: () => void
  /** [page] the texture layer each atlas page can be drawn from; −1 while it can't. */
  readonly atlasLayers = new Float32Array(mostPages).fill(-1)
  #set: PhotoSet | null = null
  #pagesChanged = false
  #largeChanged = false

  /** `wake` asks for a frame. */
  constructor(renderer: WebGLRenderer, source: PhotoMapSource, wake: () => void) {
    this.#wake = wake
    this.#atlas = new AtlasPages(renderer, source, this.#uploads, () => {
      this.#pagesChanged = true
      wake()
    })
    this.#large = new LargeThumbnails(renderer, source, this.#uploads, (photo, layer) => {
      const row = this.#set?.rowOf(photo) ?? -1
      if (row >= 0)
        this.#set!.large[2 * row] = layer
      this.#largeChanged = true
      wake()
    })
  }

  get atlas() {
    return this.#atlas.texture
  }

  get large() {
    return this.#large.texture
  }

  get cell(): number {
    return this.#atlas.cell
  }

  get loading(): boolean {
    return this.#atlas.loading || this.#large.loading || this.uploading
  }

  get uploading(): boolean {
    return !this.#uploads.isEmpty
  }

  get counts(): { atlasPages: number, largeThumbnails: number, textureBytes: number } {
    return {
      atlasPages: this.#atlas.loadedPages,
      largeThumbnails: this.#large.loadedThumbnails,
      textureBytes: (this.atlas?.bytes ?? 0) + (this.large?.bytes ?? 0),
    }
  }

  /** Takes other photos. A page that got photos it did not have before is fetched again. */
  setPhotos(set: PhotoSet): void {
    const before = this.#set
    this.#set = set
    if (before && sameIds(before.ids, set.ids))
      return
    let last = -1
    const grown = new Set<number>()
    for (let row = 0; row < set.live; row++) {
      const { page } = atlasCellOf(set.ids[row])
      last = Math.max(last, page)
      if (before && before.rowOf(set.ids[row]) < 0)
        grown.add(page)
    }
    if (last >= 0)
      this.#atlas.reserve(last + 1)
    for (const page of grown)
      this.#atlas.invalidate(page)
    for (let row = 0; row < set.count; row++)
      set.large[2 * row] = this.#large.layerOf(set.ids[row])
    this.#takeLayers()
  }

  /**
   * Asks for what is in sight and has room. `size`: CSS px of a thumbnail; `scale`: CSS px per map unit; `ratio`: device
   * px per CSS px; `sight`: map units, with the middle of the canvas in its middle.
   */
  want(index: PhotoIndex, size: number, scale: number, ratio: number, sight: Bounds): void {
    const set = this.#set
    if (!set || pictureShare(size) === 0) {
      this.#large.want([])
      return
    }
    const rows = index.inBounds(sight).filter(row => roomShare(set.reach[2 * row + 1], scale, size) > 0)
    this.#atlas.want(this.#pagesOf(set, rows))
    const coarse = size * ratio > stretched * this.#atlas.cell || aspectShare(size) > 0
    this.#large.want(coarse
      ? this.#nearestFirst(set, rows, sight)
      : [])
    this.#wake()
  }

  invalidate(photos: Uint32Array): void {
    const pages = new Set<number>()
    for (const photo of photos) {
      pages.add(atlasCellOf(photo).page)
      this.#large.invalidate(photo)
    }
    for (const page of pages)
      this.#atlas.invalidate(page)
  }

  /** Uploads for a moment. Says whether the photos' `large` column has changed. */
  step(): boolean {
    this.#uploads.run(uploadBudget)
    if (this.#pagesChanged)
      this.#takeLayers()
    const changed = this.#largeChanged
    this.#largeChanged = false
    return changed
  }

  /** Frees textures that were replaced, once nothing draws from them any more. */
  sweep(): void {
    this.#atlas.sweep()
  }

  /** No picture is good any more: the WebGL context that held them was lost, or it is another library's photos now. */
  forget(): void {
    this.#uploads.clear()
    this.#atlas.want([])
    this.#large.want([])
    this.#atlas.forget()
    this.#large.forget()
    this.#takeLayers()
  }

  destroy(): void {
    this.#set = null
    this.#atlas.destroy()
    this.#large.destroy()
    this.#uploads.clear()
  }

  #takeLayers(): void {
    this.#pagesChanged = false
    for (let page = 0; page < mostPages; page++)
      this.atlasLayers[page] = this.#atlas.layerOf(page)
  }

  /** The pages of these rows, the one with most of them first. */
  #pagesOf(set: PhotoSet, rows: ArrayLike<number>): number[] {
    const photos = new Uint32Array(mostPages)
    for (let at = 0; at < rows.length; at++)
      photos[set.cells[4 * rows[at] + cellPage]]++
    return Array.from(photos.keys())
      .filter(page => photos[page] > 0)
      .sort((a, b) => photos[b] - photos[a] || a - b)
  }

  #nearestFirst(set: PhotoSet, rows: number[], sight: Bounds): number[] {
    const x = (sight.left + sight.right) / 2
    const y = (sight.top + sight.bottom) / 2
    const far = (row: number): number => (set.to[2 * row] - x) ** 2 + (set.to[2 * row + 1] - y) ** 2
    return rows.sort((a, b) => far(a) - far(b)).slice(0, this.#large.capacity).map(row => set.ids[row])
  }
}
