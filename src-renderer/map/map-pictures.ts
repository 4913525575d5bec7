import type { WebGLRenderer } from 'pixi.js'
import type { Bounds } from './camera'
import type { PhotoIndex } from './photo-index'
import type { PhotoMapSource } from './photo-map-types'
import type { PhotoSet } from './photo-set'
import { atlasCellOf } from '#shared/contract/photos'
import { AtlasPages } from './atlas-pages'
import { LargeThumbnails } from './large-thumbnails'
import { placeLarge, placeLayer } from './photo-set'
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
  #set: PhotoSet | null = null
  #pagesChanged = false
  #placesChanged = false

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
        this.#set!.places[4 * row + placeLarge] = layer
      this.#placesChanged = true
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
      set.places[4 * row + placeLarge] = this.#large.layerOf(set.ids[row])
    this.#takeLayers()
  }

  /**
   * Asks for what is in sight. `size`: CSS px of a thumbnail; `ratio`: device px per CSS px; `sight`: map units, with
   * the middle of the canvas in its middle.
   */
  want(index: PhotoIndex, size: number, ratio: number, sight: Bounds): void {
    const set = this.#set
    if (!set || pictureShare(size) === 0) {
      this.#large.want([])
      return
    }
    const rows = index.inBounds(sight)
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

  /** Uploads for a moment. Says whether the photos' `places` have changed. */
  step(): boolean {
    this.#uploads.run(uploadBudget)
    if (this.#pagesChanged)
      this.#takeLayers()
    const changed = this.#placesChanged
    this.#placesChanged = false
    return changed
  }

  /** Frees textures that were replaced, once nothing draws from them any more. */
  sweep(): void {
    this.#atlas.sweep()
  }

  /** The WebGL context was lost, and every picture with it. */
  forget(): void {
    this.#uploads.clear()
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
    this.#placesChanged = true
    if (this.#set === null)
      return
    const { count, ids, places } = this.#set
    for (let row = 0; row < count; row++)
      places[4 * row + placeLayer] = this.#atlas.layerOf(atlasCellOf(ids[row]).page)
  }

  #pagesOf(set: PhotoSet, rows: number[]): number[] {
    const photos = new Map<number, number>()
    for (const row of rows) {
      const { page } = atlasCellOf(set.ids[row])
      photos.set(page, (photos.get(page) ?? 0) + 1)
    }
    return [
      ...photos.keys(),
    ].sort((a, b) => photos.get(b)! - photos.get(a)! || a - b)
  }

  #nearestFirst(set: PhotoSet, rows: number[], sight: Bounds): number[] {
    const x = (sight.left + sight.right) / 2
    const y = (sight.top + sight.bottom) / 2
    const far = (row: number): number => (set.to[2 * row] - x) ** 2 + (set.to[2 * row + 1] - y) ** 2
    return rows.sort((a, b) => far(a) - far(b)).slice(0, this.#large.capacity).map(row => set.ids[row])
  }
}
