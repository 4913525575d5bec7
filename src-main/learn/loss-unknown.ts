import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A loss was asked for that is not in the table. */
export class LossUnknown extends SilhouetteError {
  readonly code = 'UNKNOWN_LOSS'
  override readonly usage = true

  constructor(loss: string, known: readonly string[]) {
    super(`There is no loss called "${loss}". Choose one of: ${known.join(', ')}.`, { loss, known })
  }
}
