import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The photo's header announces more pixels than the limit; nothing was decoded. */
export class PhotoTooLarge extends SilhouetteError {
  readonly code = 'PHOTO_TOO_LARGE'

  constructor(path: string, pixelLimit: number, cause?: unknown) {
    const megapixels = Math.round(pixelLimit / 1e6)
    super(
      `${path} has more than ${megapixels} million pixels, the most that is decoded. Save a smaller copy and scan again.`,
      { path, pixelLimit },
      cause,
    )
  }
}
