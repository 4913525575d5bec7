import type { WebGLRenderer } from 'pixi.js'
import type { AtlasLayout } from './atlas-layout'
import type { PhotoMapSource } from './photo-map-types'
import type { UploadQueue } from './upload-queue'
import { atlasAcross } from '#shared/domain/atlas'
import { ArrayTexture } from './array-texture'
import { atlasBudget, atlasLayout, atlasLevels } from './atlas-layout'
import { SlotPool } from './slot-pool'

const atOnce = 3
const retryAfter = 2000

/** The atlas pages that are in the GPU's memory, fetched as they are wanted. */
export class AtlasPages {
  #layout: AtlasLayout = { cell: 64, layers: 1 }
  #texture: ArrayTexture | null = null
  #pool = new SlotPool(1)
  /** Pages whose texture layer holds their picture. */
  readonly #loaded = new Set<number>()
  /** Pages being fetched, and whether they have changed since. */
  readonly #fetching = new Map<number, { stale: boolean }>()
  readonly #stale = new Set<number>()
  readonly #renderer: WebGLRenderer
  readonly #source: PhotoMapSource
  readonly #uploads: UploadQueue
  readonly #changed: () => void
  /** Textures that may still be drawn from. */
  readonly #retired: ArrayTexture[] = []
  #wanted: number[] = []
  #retry: ReturnType<typeof setTimeout> | undefined

  /** `changed` runs when a page got its layer or lost it, and when there is something to upload. */
  constructor(renderer: WebGLRenderer, source: PhotoMapSource, uploads: UploadQueue, changed: () => void) {
    this.#renderer = renderer
    this.#source = source
    this.#uploads = uploads
    this.#changed = changed
  }

  get texture(): ArrayTexture | null {
    return this.#texture
  }

  /** Px of a thumbnail's side in the texture. */
  get cell(): number {
    return this.#layout.cell
  }

  get loadedPages(): number {
    return this.#loaded.size
  }

  get loading(): boolean {
    return this.#fetching.size > 0
  }

  /** The texture layer a page can be drawn from; −1 while it can't. */
  layerOf(page: number): number {
    return this.#loaded.has(page)
      ? this.#pool.slotOf(page)
      : -1
  }

  /** Makes room for so many pages; what is loaded stays, unless thumbnails must become smaller. */
  reserve(pages: number): void {
    const gl = this.#renderer.gl
    const layout = atlasLayout(pages, atlasBudget, gl.getParameter(gl.MAX_ARRAY_TEXTURE_LAYERS))
    if (this.#texture && layout.cell === this.#layout.cell && (pages <= this.#layout.layers || layout.layers <= this.#layout.layers))
      return
    const old = this.#texture
    const texture = new ArrayTexture(this.#renderer, layout.cell * atlasAcross, layout.layers, atlasLevels(layout.cell))
    if (old?.side === texture.side) {
      texture.copyFrom(old, Math.min(old.layers, texture.layers))
      this.#pool = new SlotPool(layout.layers, this.#pool.entries())
    }
    else {
      this.#pool = new SlotPool(layout.layers)
      this.#loaded.clear()
    }
    this.#layout = layout
    this.#texture = texture
    if (old)
      this.#retired.push(old)
    for (const fetching of this.#fetching.values())
      fetching.stale = true
    this.#changed()
  }

  /** Says which pages are in sight, the most important first. */
  want(pages: number[]): void {
    this.#wanted = pages.slice(0, this.#layout.layers)
    this.#pool.begin()
    for (const page of this.#wanted)
      this.#pool.want(page)
    this.#fetchNext()
  }

  /** A page's thumbnails have changed: it is shown as it was until the new one is there. */
  invalidate(page: number): void {
    const fetching = this.#fetching.get(page)
    if (fetching)
      fetching.stale = true
    this.#stale.add(page)
    this.#fetchNext()
  }

  /** Forgets every picture. */
  forget(): void {
    this.#loaded.clear()
    for (const fetching of this.#fetching.values())
      fetching.stale = true
  }

  /** Frees what `texture` has replaced, once nothing draws from it any more. */
  sweep(): void {
    for (const texture of this.#retired.splice(0))
      texture.destroy()
  }

  destroy(): void {
    clearTimeout(this.#retry)
    this.#wanted = []
    this.sweep()
    this.#texture?.destroy()
    this.#texture = null
  }

  #fetchNext(): void {
    if (!this.#texture)
      return
    for (const page of this.#wanted) {
      if (this.#fetching.size >= atOnce)
        return
      if (!this.#fetching.has(page) && (!this.#loaded.has(page) || this.#stale.has(page)))
        void this.#fetch(page)
    }
  }

  async #fetch(page: number): Promise<void> {
    const fetching = { stale: false }
    this.#fetching.set(page, fetching)
    this.#stale.delete(page)
    try {
      const { cell } = this.#layout
      const bitmap = await this.#sized(await this.#source.atlas(page, cell === 64
        ? 64
        : 32), cell)
      this.#upload(page, bitmap, fetching)
    }
    catch {
      this.#fetching.delete(page)
      clearTimeout(this.#retry)
      this.#retry = setTimeout(() => this.#fetchNext(), retryAfter)
    }
  }

  async #sized(bitmap: ImageBitmap, cell: number): Promise<ImageBitmap> {
    const side = cell * atlasAcross
    if (bitmap.width === side && bitmap.height === side)
      return bitmap
    const resized = await createImageBitmap(bitmap, { resizeWidth: side, resizeHeight: side, resizeQuality: 'medium' })
    bitmap.close()
    return resized
  }

  #upload(page: number, bitmap: ImageBitmap, fetching: { stale: boolean }): void {
    const texture = this.#texture
    const claim = fetching.stale || !texture || bitmap.width !== texture.side
      ? null
      : this.#claim(page)
    if (!texture || claim === null) {
      bitmap.close()
      this.#fetching.delete(page)
      this.#fetchNext()
      return
    }
    const current = (): boolean => !fetching.stale && this.#pool.slotOf(page) === claim
    this.#uploads.add(texture, claim, bitmap, current, (whole) => {
      this.#fetching.delete(page)
      if (whole)
        this.#loaded.add(page)
      this.#changed()
      this.#fetchNext()
    })
    this.#changed()
  }

  /** The layer for a page; whoever loses it is no longer drawn. */
  #claim(page: number): number | null {
    const own = this.#pool.slotOf(page)
    if (own >= 0)
      return own
    const claim = this.#pool.claim(page)
    if (claim?.evicted != null)
      this.#loaded.delete(claim.evicted)
    return claim?.slot ?? null
  }
}
