import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A fetched model is not the file that was meant, and was thrown away. */
export class ModelChecksum extends SilhouetteError {
  readonly code = 'MODEL_CHECKSUM'

  constructor(address: string, expected: string, got: string) {
    super(
      `What ${address} sent is not the model that was meant (its SHA-256 is ${got.slice(0, 12)}…, not ${expected.slice(0, 12)}…) `
      + 'and was thrown away. Try again, or fetch it from another mirror.',
      { address, expected, got },
    )
  }
}
