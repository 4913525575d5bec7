import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The file of a known backbone is on none of the places where models are kept. */
export class ModelMissing extends SilhouetteError {
  readonly code = 'MODEL_MISSING'

  constructor(backbone: string, fetchable: boolean) {
    super(
      `The network ${backbone} is not on this machine. ${fetchable
        ? `Fetch it with "models get ${backbone}".`
        : `Install Silhouette again, or add the file with "models add".`}`,
      { backbone },
    )
  }
}
