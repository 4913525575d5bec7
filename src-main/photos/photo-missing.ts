import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A photo vanished between the scan and now. */
export class PhotoMissing extends SilhouetteError {
  readonly code = 'PHOTO_MISSING'

  constructor(path: string, cause?: unknown) {
    super(`${path} is no longer there. Scan the folder again to take it off the map.`, { path }, cause)
  }
}
