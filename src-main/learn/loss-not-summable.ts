import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A loss that works without labels was asked for in a sum with others. */
export class LossNotSummable extends SilhouetteError {
  readonly code = 'LOSS_NOT_SUMMABLE'
  override readonly usage = true

  constructor(sum: string, loss: string) {
    super(`"${sum}" cannot be: ${loss} makes its own targets and stands alone. Ask for it by itself, or sum losses that use labels.`, { sum, loss })
  }
}
