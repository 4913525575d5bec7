import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A folder inside the scanned one refused to be listed. */
export class FolderNotReadable extends SilhouetteError {
  readonly code = 'FOLDER_NOT_READABLE'

  constructor(path: string, cause?: unknown) {
    super(`The folder ${path} could not be read, so the photos in it are left as they were. Check its permissions and scan again.`, { path }, cause)
  }
}
