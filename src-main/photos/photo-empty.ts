import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The file of a photo has a length of zero. */
export class PhotoEmpty extends SilhouetteError {
  readonly code = 'PHOTO_EMPTY'

  constructor(path: string, cause?: unknown) {
    super(`${path} holds no bytes, perhaps of a copy that was cut short. Copy it again and retry.`, { path }, cause)
  }
}
