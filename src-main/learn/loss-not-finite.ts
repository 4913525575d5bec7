import { SilhouetteError } from '#shared/errors/silhouette-error'

/** Training ran off: the loss became infinite or not a number. The weights from before that step are kept. */
export class LossNotFinite extends SilhouetteError {
  readonly code = 'LOSS_NOT_FINITE'

  constructor(step: number) {
    super(
      `Learning stopped at step ${step}, where the loss was no longer a number. The space you had is kept; `
      + 'try another seed or loss, and check that no photo is embedded as zeros.',
      { step },
    )
  }
}
