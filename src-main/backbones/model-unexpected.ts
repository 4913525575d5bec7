import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The file of a known backbone does not have the layers its entry promises. */
export class ModelUnexpected extends SilhouetteError {
  readonly code = 'MODEL_UNEXPECTED'

  constructor(backbone: string, why: string) {
    super(
      `The file of ${backbone} is not built as expected: ${why}. Fetch it again, or add it by file as a backbone of its own.`,
      { backbone, why },
    )
  }
}
