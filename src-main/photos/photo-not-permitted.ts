import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The operating system refuses to let the photo be read. */
export class PhotoNotPermitted extends SilhouetteError {
  readonly code = 'PHOTO_NOT_PERMITTED'

  constructor(path: string, cause?: unknown) {
    super(`This user may not read ${path}. Change its permissions and retry.`, { path }, cause)
  }
}
