import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A model could not be fetched whole. What did arrive is kept. */
export class ModelDownloadFailed extends SilhouetteError {
  readonly code = 'MODEL_DOWNLOAD_FAILED'

  constructor(address: string, why: string, cause?: unknown) {
    super(
      `The model could not be fetched from ${address}: ${why}. Check the connection and try again; it goes on from where `
      + 'it stopped.',
      { address, why },
      cause,
    )
  }
}
