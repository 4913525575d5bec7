import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A layer was asked for that is made of several, so that no stage of the network leads up to it. */
export class DepthNotPossible extends SilhouetteError {
  readonly code = 'DEPTH_NOT_POSSIBLE'
  override readonly usage = true

  constructor(depth: string, tap: string) {
    super(
      `The network cannot be trained at depth ${depth} for the layer ${tap}, which is put together from activations of one or more others. `
      + 'Show a space of a single layer, or learn with --depth head.',
      { depth, tap },
    )
  }
}
