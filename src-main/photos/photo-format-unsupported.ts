import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The file is of a format that no decoder here reads. */
export class PhotoFormatUnsupported extends SilhouetteError {
  readonly code = 'PHOTO_FORMAT_UNSUPPORTED'

  constructor(path: string, cause?: unknown) {
    super(`${path} is in a format that Silhouette cannot read. Convert it to JPEG, PNG or TIFF and scan again.`, { path }, cause)
  }
}
