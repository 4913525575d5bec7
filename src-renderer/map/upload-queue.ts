import type { ArrayTexture } from './array-texture'

interface Upload {
  texture: ArrayTexture
  layer: number
  bitmap: ImageBitmap
  /** Whether the layer is still meant for this picture. */
  current: () => boolean
  /** Runs once: with true when the picture is in its place with its smaller versions, with false if it was dropped. */
  done: (whole: boolean) => void
  y: number
}

/** Rows times columns that go to the GPU in one call: about a millisecond's worth. */
const band = 512 * 1024

/** Brings pictures to the GPU a little at a time, so that no frame waits for them. */
export class UploadQueue {
  readonly #queue: Upload[] = []

  get isEmpty(): boolean {
    return this.#queue.length === 0
  }

  add(texture: ArrayTexture, layer: number, bitmap: ImageBitmap, current: () => boolean, done: (whole: boolean) => void): void {
    this.#queue.push({
      texture,
      layer,
      bitmap,
      current,
      done,
      y: 0,
    })
  }

  /** Uploads for at most about `budget` ms; at least one band. */
  run(budget: number): void {
    const start = performance.now()
    while (this.#queue.length > 0) {
      this.#step(this.#queue[0])
      if (performance.now() - start >= budget)
        return
    }
  }

  /** Drops what is waiting. */
  clear(): void {
    for (const upload of this.#queue.splice(0))
      this.#finish(upload, false)
  }

  #step(upload: Upload): void {
    const { texture, layer, bitmap } = upload
    if (texture.destroyed || !upload.current()) {
      this.#queue.shift()
      this.#finish(upload, false)
      return
    }
    const height = Math.min(texture.side - upload.y, Math.max(1, Math.floor(band / texture.side)))
    texture.write(layer, bitmap, upload.y, height)
    upload.y += height
    if (upload.y < texture.side)
      return
    texture.finish(layer)
    this.#queue.shift()
    this.#finish(upload, true)
  }

  #finish(upload: Upload, whole: boolean): void {
    upload.bitmap.close()
    upload.done(whole)
  }
}
