import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The JSON file that describes an added network cannot be used. */
export class ModelDescriptionInvalid extends SilhouetteError {
  readonly code = 'MODEL_DESCRIPTION_INVALID'
  override readonly usage = true

  constructor(file: string, why: string) {
    super(`The description ${file} cannot be used: ${why}. Correct it or take it away, then add the model again.`, { file, why })
  }
}
