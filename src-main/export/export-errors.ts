import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The target lies among the photos, which are never written to. */
export class ExportAmongPhotos extends SilhouetteError {
  readonly code = 'EXPORT_AMONG_PHOTOS'
  override readonly usage = true

  constructor(to: string, folder: string) {
    super(`${to} lies inside ${folder}, where your originals are; nothing is written there. Choose a place outside of it.`, { to, folder })
  }
}

/** The target cannot be written. */
export class ExportFailed extends SilhouetteError {
  readonly code = 'EXPORT_FAILED'

  constructor(to: string, cause: unknown) {
    super(`${to} could not be written (${cause instanceof Error
      ? cause.message
      : String(cause)}). Check that the place exists, is writable and has room.`, { to }, cause)
  }
}
