import { SilhouetteError } from '#shared/errors/silhouette-error'

/** Opening or running a network needed more memory than the machine gave. */
export class ModelOutOfMemory extends SilhouetteError {
  readonly code = 'MODEL_OUT_OF_MEMORY'

  constructor(provider: string, cause?: unknown) {
    super(
      `There was not enough memory to run the network on ${provider}. Close other programs, or use smaller batches.`,
      { provider },
      cause,
    )
  }
}
