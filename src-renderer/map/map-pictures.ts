import type { WebGLRenderer } from 'pixi.js'
import type { PhotoMapSource } from './photo-map-types'
import { atlasCellOf } from '#shared/domain/atlas'
import { AtlasPages } from './atlas-pages'
import { LargeThumbnails } from './large-thumbnails'
import { mostPages } from './layers/photos-shader'
import { takenInTurn } from './taken-in-turn'
import { UploadQueue } from './upload-queue'
import { WantedPictures } from './wanted-pictures'

const uploadBudget = 1.5

/** The pictures on the GPU, which all maps of a canvas share: sees to it that those come which any of them has in sight. */
export class MapPictures {
  readonly #uploads = new UploadQueue()
  readonly #atlas: AtlasPages
  readonly #large: LargeThumbnails
  readonly #wake: () => void
  readonly #maps = new Set<WantedPictures>()
  /** [page] the texture layer each atlas page can be drawn from; −1 while it can't. */
  readonly atlasLayers = new Float32Array(mostPages).fill(-1)
  #pagesChanged = false

  /** `wake` asks for a frame. */
  constructor(renderer: WebGLRenderer, source: PhotoMapSource, wake: () => void) {
    this.#wake = wake
    this.#atlas = new AtlasPages(renderer, source, this.#uploads, () => {
      this.#pagesChanged = true
      wake()
    })
    this.#large = new LargeThumbnails(renderer, source, this.#uploads, (photo, layer) => {
      for (const map of this.#maps)
        map.take(photo, layer)
      wake()
    })
  }

  get atlas() {
    return this.#atlas.texture
  }

  get large() {
    return this.#large.texture
  }

  /** Px of a thumbnail's side in the atlas texture. */
  get cell(): number {
    return this.#atlas.cell
  }

  /** How many large thumbnails there is room for. */
  get capacity(): number {
    return this.#large.capacity
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

  /** What one more map wants. */
  open(): WantedPictures {
    const map = new WantedPictures(this)
    this.#maps.add(map)
    return map
  }

  /** A map is gone: what only it wanted may make room. */
  close(map: WantedPictures): void {
    this.#maps.delete(map)
    this.ask()
  }

  /** Makes room for so many pages; those that have grown are fetched again. */
  reserve(pages: number, grown: Iterable<number>): void {
    if (pages > 0)
      this.#atlas.reserve(pages)
    for (const page of grown)
      this.#atlas.invalidate(page)
    this.#takeLayers()
  }

  /** The texture layer of a photo's large thumbnail; −1 while it can't be drawn. */
  layerOf(photo: number): number {
    return this.#large.layerOf(photo)
  }

  /** Fetches what the maps want: of each in turn, the most important first. */
  ask(): void {
    const maps = [...this.#maps]
    this.#atlas.want(takenInTurn(maps.map(map => map.pages)))
    this.#large.want(takenInTurn(maps.map(map => map.photos)))
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

  /** Uploads for a moment. */
  step(): void {
    this.#uploads.run(uploadBudget)
    if (this.#pagesChanged)
      this.#takeLayers()
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
    this.#maps.clear()
    this.#atlas.destroy()
    this.#large.destroy()
    this.#uploads.clear()
  }

  #takeLayers(): void {
    this.#pagesChanged = false
    for (let page = 0; page < mostPages; page++)
      this.atlasLayers[page] = this.#atlas.layerOf(page)
  }
}
