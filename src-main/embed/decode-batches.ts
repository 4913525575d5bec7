import type { FailedPhoto, PhotoToEmbed } from '#main/embed/photo-batch'
import type { DecodedPhoto } from '#main/photos/decode-photo'
import { reportOf } from '#shared/errors/silhouette-error'

/** Photos decoded and ready for the network. */
export interface DecodedBatch {
  photos: (Omit<DecodedPhoto, 'pixels'> & PhotoToEmbed)[]
  /** [photos, crop, crop, 3] uint8, its buffer its own: it can be moved to another thread. */
  pixels: Uint8Array<ArrayBuffer>
  failed: FailedPhoto[]
}

/** Decodes photos, at most so many at a time whatever batch they are in. */
export class BatchDecoder {
  readonly #decode: (file: string) => Promise<DecodedPhoto>
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(decode: (file: string) => Promise<DecodedPhoto>, atOnce: number) {
    this.#decode = decode
    this.#free = atOnce
  }

  /**
   * Decodes a batch. A photo that fails is noted; an aborted signal ends the batch early, with what is decoded.
   * @throws what is no fault of a photo, such as THREAD_LOST, once nothing of the batch is being decoded any more
   */
  async batch(photos: readonly PhotoToEmbed[], signal?: AbortSignal): Promise<DecodedBatch> {
    const failed: FailedPhoto[] = []
    const otherErrors: unknown[] = []
    const results = await Promise.all(photos.map(async ({ id, file }) => {
      await this.#enter()
      try {
        return signal?.aborted || otherErrors.length > 0
          ? undefined
          : {
              id,
              file,
              ...await this.#decode(file),
            }
      }
      catch (error) {
        const { code, message } = reportOf(error)
        if (code.startsWith('PHOTO_'))
          failed.push({ id, code, message })
        else
          otherErrors.push(error)
        return undefined
      }
      finally {
        this.#leave()
      }
    }))
    if (otherErrors.length > 0)
      throw otherErrors[0]
    const decoded = results.filter(result => result !== undefined)
    const photoLength = decoded.at(0)?.pixels.length ?? 0
    const all = new Uint8Array(decoded.length * photoLength)
    return {
      photos: decoded.map(({ pixels, ...photo }, at) => {
        all.set(pixels, at * photoLength)
        return photo
      }),
      pixels: all,
      failed,
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0)
      this.#free--
    else
      await new Promise<void>(enter => this.#waiting.push(enter))
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next)
      next()
    else
      this.#free++
  }
}
