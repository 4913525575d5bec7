import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The folder to be scanned does not exist. */
export class FolderNotFound extends SilhouetteError {
  readonly code = 'FOLDER_NOT_FOUND'
  override readonly usage = true

  constructor(path: string, cause?: unknown) {
    super(`There is no folder at ${path}. Check the spelling, or connect the drive it is on.`, { path }, cause)
  }
}
