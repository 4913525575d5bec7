import type { TopClasses } from '#main/embed/top-classes'
import type { Matrix } from '#main/matrix/matrix'
import type { DecodedPhoto } from '#main/photos/decode-photo'

/** A photo to be embedded: the library's id of it and the path of its file. */
export interface PhotoToEmbed {
  id: number
  file: string
}

/** What the library keeps of a photo beside its vectors. */
export interface EmbeddedPhoto extends Omit<DecodedPhoto, 'pixels'> {
  id: number
}

/** A photo that was not embedded, and the reason. */
export interface FailedPhoto {
  id: number
  code: string
  message: string
}

/** A batch of finished work, to be committed whole. Row i of every matrix belongs to `embedded[i]`. */
export interface PhotoBatch {
  embedded: EmbeddedPhoto[]
  /** By the tap's id, [embedded, columns]. */
  taps: Record<string, Matrix>
  /** Per embedded photo; undefined where the backbone has no classifier. */
  topClasses: TopClasses[] | undefined
  failed: FailedPhoto[]
}
