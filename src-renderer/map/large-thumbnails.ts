import type { WebGLRenderer } from 'pixi.js'
import type { PhotoMapSource } from './photo-map-types'
import type { UploadQueue } from './upload-queue'
import { ArrayTexture } from './array-texture'
import { SlotPool } from './slot-pool'

/** Px of a large thumbnail's side in the texture. */
export const largeSide = 256
/** 256, 128, 64 and 32 px. */
const levels = 4
/** About 134 MB. */
const mostThumbnails = 384
const batch = 24
const atOnce = 2
const retryAfter = 2000

/** The larger thumbnails that are in the GPU's memory: those in sight, and as many seen before as there is room for. */
export class LargeThumbnails {
  #texture: ArrayTexture | null = null
  #pool = new SlotPool(mostThumbnails)
  /** Photos whose layer holds their picture. */
  readonly #loaded = new Set<number>()
  /** Photos being fetched or uploaded, and whether their picture has changed since. */
  readonly #coming = new Map<number, { stale: boolean }>()
  /** Photos for which there is no picture. */
  readonly #missing = new Set<number>()
  readonly #renderer: WebGLRenderer
  readonly #source: PhotoMapSource
  readonly #uploads: UploadQueue
  readonly #changed: (photo: number, layer: number) => void
  #wanted: number[] = []
  #requests = 0
  #retry: ReturnType<typeof setTimeout> | undefined

  /** `changed` runs when a photo got its layer, or lost it (−1). */
  constructor(renderer: WebGLRenderer, source: PhotoMapSource, uploads: UploadQueue, changed: (photo: number, layer: number) => void) {
    this.#renderer = renderer
    this.#source = source
    this.#uploads = uploads
    this.#changed = changed
  }

  get texture(): ArrayTexture | null {
    return this.#texture
  }

  get capacity(): number {
    return this.#pool.capacity
  }

  get loadedThumbnails(): number {
    return this.#loaded.size
  }

  get loading(): boolean {
    return this.#coming.size > 0
  }

  /** The texture layer a photo can be drawn from; −1 while it can't. */
  layerOf(photo: number): number {
    return this.#loaded.has(photo)
      ? this.#pool.slotOf(photo)
      : -1
  }

  /** Says which photos are in sight, the most important first; those beyond the capacity are left out. */
  want(photos: number[]): void {
    if (photos.length > 0 && !this.#texture)
      this.#start()
    this.#wanted = photos.slice(0, this.#pool.capacity)
    this.#pool.begin()
    for (const photo of this.#wanted)
      this.#pool.want(photo)
    this.#fetchNext()
  }

  /** A photo's picture has changed: the old one is taken away, and the new one fetched if it is in sight. */
  invalidate(photo: number): void {
    this.#missing.delete(photo)
    const coming = this.#coming.get(photo)
    if (coming)
      coming.stale = true
    if (this.#loaded.delete(photo)) {
      this.#pool.release(photo)
      this.#changed(photo, -1)
    }
    this.#fetchNext()
  }

  /** Forgets every picture. */
  forget(): void {
    for (const photo of this.#loaded)
      this.#changed(photo, -1)
    this.#loaded.clear()
    this.#missing.clear()
    for (const coming of this.#coming.values())
      coming.stale = true
  }

  destroy(): void {
    clearTimeout(this.#retry)
    this.#wanted = []
    this.#texture?.destroy()
    this.#texture = null
  }

  #start(): void {
    const gl = this.#renderer.gl
    const capacity = Math.min(mostThumbnails, gl.getParameter(gl.MAX_ARRAY_TEXTURE_LAYERS))
    this.#pool = new SlotPool(capacity)
    this.#texture = new ArrayTexture(this.#renderer, largeSide, capacity, levels)
  }

  #fetchNext(): void {
    while (this.#texture && this.#requests < atOnce) {
      const photos = this.#wanted
        .filter(photo => !this.#loaded.has(photo) && !this.#coming.has(photo) && !this.#missing.has(photo))
        .slice(0, batch)
      if (photos.length === 0)
        return
      for (const photo of photos)
        this.#coming.set(photo, { stale: false })
      void this.#fetch(photos)
    }
  }

  async #fetch(photos: number[]): Promise<void> {
    this.#requests++
    const bitmaps = await this.#source.thumbnails(photos).catch(() => null)
    this.#requests--
    if (bitmaps) {
      await Promise.all(photos.map((photo, at) => this.#receive(photo, bitmaps[at] ?? null)))
      this.#fetchNext()
      return
    }
    for (const photo of photos)
      this.#coming.delete(photo)
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.#fetchNext(), retryAfter)
  }

  async #receive(photo: number, bitmap: ImageBitmap | null): Promise<void> {
    const coming = this.#coming.get(photo)!
    if (bitmap === null) {
      if (!coming.stale)
        this.#missing.add(photo)
      this.#coming.delete(photo)
      return
    }
    // Stretched to the whole square: the drawing gives it its own shape back, and no neighbour bleeds in.
    const square = await createImageBitmap(bitmap, { resizeWidth: largeSide, resizeHeight: largeSide, resizeQuality: 'medium' })
    bitmap.close()
    const layer = coming.stale || !this.#texture || !this.#pool.isWanted(photo)
      ? null
      : this.#claim(photo)
    if (layer === null) {
      square.close()
      this.#coming.delete(photo)
      return
    }
    const current = (): boolean => !coming.stale && this.#pool.slotOf(photo) === layer
    this.#uploads.add(this.#texture!, layer, square, current, (whole) => {
      this.#coming.delete(photo)
      if (whole) {
        this.#loaded.add(photo)
        this.#changed(photo, layer)
      }
      else {
        this.#fetchNext()
      }
    })
    this.#changed(photo, -1)
  }

  /** The layer for a photo; whoever loses it is no longer drawn from it. */
  #claim(photo: number): number | null {
    const own = this.#pool.slotOf(photo)
    if (own >= 0)
      return own
    const claim = this.#pool.claim(photo)
    if (claim?.evicted != null && this.#loaded.delete(claim.evicted))
      this.#changed(claim.evicted, -1)
    return claim?.slot ?? null
  }
}
