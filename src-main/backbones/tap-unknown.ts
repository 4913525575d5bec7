import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The backbone has no tap of that name. */
export class TapUnknown extends SilhouetteError {
  readonly code = 'TAP_UNKNOWN'
  override readonly usage = true

  constructor(tap: string, backbone: string, known: readonly string[]) {
    super(`${backbone} has no tap "${tap}". It has ${known.join(', ')}.`, { tap, backbone, known })
  }
}
