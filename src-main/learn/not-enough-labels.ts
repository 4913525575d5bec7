import { SilhouetteError } from '#shared/errors/silhouette-error'

/** There are too few labels to learn from: it takes two of them with two photos each. */
export class NotEnoughLabels extends SilhouetteError {
  readonly code = 'NOT_ENOUGH_LABELS'
  override readonly usage = true

  constructor(labels: number, withTwoPhotos: number) {
    const missing = labels < 2
      ? `there ${labels === 1
        ? 'is one label'
        : 'are no labels'} so far`
      : `${withTwoPhotos === 1
        ? 'only one label has'
        : 'no label has'} two photos so far`
    super(
      `Learning needs at least two labels with two photos each, and ${missing}. Label a few more photos first, or learn without labels, by the loss dec or deep-cluster.`,
      { labels, withTwoPhotos },
    )
  }
}
