import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoBatch } from '#main/embed/photo-batch'
import type { SpaceRow } from '#main/store/spaces'
import type { PhotoId } from '#shared/domain/ids'
import { headTap } from '#main/backbones/backbone'
import { rowOf } from '#main/matrix/matrix'
import { unitLength } from '#main/matrix/unit-length'
import { saveClassScores } from '#main/store/class-scores'
import { saveFailure } from '#main/store/failures'
import { land } from '#main/store/in-flight'
import { photoById, saveFacts } from '#main/store/photos'
import { saveThumbnail } from '#main/store/thumbnail-cache'
import { saveVector } from '#main/store/vectors'

/**
 * Writes a finished batch, whole or not at all: thumbnails to the cache first, so that a vector never lacks its
 * picture. Vectors are kept at unit length, so that straight distances in a tap's space tell angles: how long a pooled
 * activation is says more of contrast than of content. A head's are kept as it gives them.
 */
export function commitBatch({ db, cache }: OpenLibrary, { embedded, taps, topClasses, failed }: PhotoBatch, spaces: readonly SpaceRow[]): void {
  cache.transaction(() => {
    for (const { id, thumbnail } of embedded)
      saveThumbnail(cache, id as PhotoId, photoById(db, id as PhotoId)!.version, thumbnail)
  })()
  const vectors = spaces.map(({ tap }) => embedded.length > 0
    ? tap === headTap
      ? taps[tap]
      : unitLength(taps[tap])
    : undefined)
  db.transaction(() => {
    embedded.forEach(({ id, width, height, metadata }, i) => {
      const photo = id as PhotoId
      saveFacts(db, {
        id: photo,
        width,
        height,
        metadata: { ...metadata },
      })
      spaces.forEach((space, s) => saveVector(db, space.id, photo, rowOf(vectors[s]!, i)))
      const top = topClasses?.[i]
      if (top && spaces.length > 0) {
        saveClassScores(db, photo, spaces[0].backbone, {
          classes: Uint16Array.from(top.classes),
          scores: Float32Array.from(top.probabilities),
        })
      }
      land(db, photo)
    })
    for (const { id, code, message } of failed) {
      saveFailure(db, { id: id as PhotoId, code, message })
      land(db, id as PhotoId)
    }
  })()
}
