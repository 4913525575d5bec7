import { SilhouetteError } from '#shared/errors/silhouette-error'

/** What should be scanned is not a folder. */
export class NotAFolder extends SilhouetteError {
  readonly code = 'NOT_A_FOLDER'
  override readonly usage = true

  constructor(path: string, cause?: unknown) {
    super(`${path} is a file, not a folder. Give the folder that holds the photos.`, { path }, cause)
  }
}
