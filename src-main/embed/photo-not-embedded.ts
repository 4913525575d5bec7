import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The network answers a photo with numbers that are none: one such photo would leave no distance, map or head of its library finite. */
export class PhotoNotEmbedded extends SilhouetteError {
  readonly code = 'PHOTO_NOT_EMBEDDED'

  constructor(path: string) {
    super(`The network answers ${path} with numbers that are not finite, so that it can't be compared with others. Choose another backbone, and look through the folder again.`, { path })
  }
}
