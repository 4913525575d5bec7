import { SilhouetteError } from '#shared/errors/silhouette-error'

/** There are too few photos for so many clusters: it takes three for each. */
export class NotEnoughPhotos extends SilhouetteError {
  readonly code = 'NOT_ENOUGH_PHOTOS'
  override readonly usage = true

  constructor(photos: number, clusters: number) {
    super(
      `Learning without labels needs at least three photos for each cluster, and there are ${photos} for ${clusters}. `
      + 'Ask for fewer clusters, or index more photos.',
      { photos, clusters },
    )
  }
}
