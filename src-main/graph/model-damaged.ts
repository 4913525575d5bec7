import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The bytes given are not an ONNX network, or not a whole one. */
export class ModelDamaged extends SilhouetteError {
  readonly code = 'MODEL_DAMAGED'

  constructor(why: string, model?: string, cause?: unknown) {
    super(
      `${model ?? 'The network'} is not an ONNX network that can be read: ${why}. Fetch or export the file again.`,
      { model, why },
      cause,
    )
  }
}
