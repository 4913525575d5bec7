import { SilhouetteError } from '#shared/errors/silhouette-error'

/** There are too few labels to learn from: it takes two of them with two photos each, and with three to train the network itself. */
export class NotEnoughLabels extends SilhouetteError {
  readonly code = 'NOT_ENOUGH_LABELS'
  override readonly usage = true

  /**
   * @param labels how many have photos
   * @param able how many of them have enough
   * @param photos how many photos are enough
   */
  constructor(labels: number, able: number, photos: 2 | 3 = 2) {
    const enough = photos === 2 ? 'two photos' : 'three photos'
    const missing = labels < 2
      ? `there ${labels === 1
        ? 'is one label'
        : 'are no labels'} so far`
      : `${able === 1
        ? 'only one label has'
        : 'no label has'} ${enough} so far`
    super(
      photos === 2
        ? `Learning needs at least two labels with ${enough} each, and ${missing}. Label a few more photos first, or learn without labels, by the loss dec or deep-cluster.`
        : `Training the network itself needs at least two labels with ${enough} each, of which one is held out, and ${missing}. Label a few more photos first, or learn at depth head.`,
      { labels, able, photos },
    )
  }
}
