import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The file is of a known format, but its contents cannot be decoded. */
export class PhotoUnreadable extends SilhouetteError {
  readonly code = 'PHOTO_UNREADABLE'

  constructor(path: string, cause?: unknown) {
    super(`${path} is damaged or cut short and could not be decoded. Restore it from a backup and retry.`, { path }, cause)
  }
}
