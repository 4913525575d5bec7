import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The file is an ONNX network, but not one that takes pictures and can be tapped. */
export class ModelNotAnImageNetwork extends SilhouetteError {
  readonly code = 'MODEL_NOT_AN_IMAGE_NETWORK'
  override readonly usage = true

  constructor(why: string, cause?: unknown) {
    super(
      `This network cannot be a backbone: ${why}. A backbone is a convolutional network with one float32 input `
      + '[N, 3, height, width]; export it again in that form.',
      { why },
      cause,
    )
  }
}
