import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A space of more than two dimensions was to be shown as it is. */
export class DirectNeedsTwoDimensions extends SilhouetteError {
  readonly code = 'DIRECT_NEEDS_TWO_DIMENSIONS'
  override readonly usage = true

  constructor(dimensions: number) {
    super(
      `A direct map shows a space of 2 dimensions as it is; this one has ${dimensions}. `
      + 'Choose umap, tsne or pca, or learn a space with --dimensions 2.',
      { dimensions },
    )
  }
}
