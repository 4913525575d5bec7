import type { CoreContext } from '#main/app/core-context'
import type { Found } from '#shared/contract/find'
import type { PhotoId } from '#shared/domain/ids'
import { NothingEmbedded } from '#main/app/app-errors'
import { libraryOf } from '#main/app/core-context'
import { likenessVectors } from '#main/app/likeness-vectors'
import { photoGiven } from '#main/app/photo-given'
import { spaceGiven } from '#main/app/show-space'
import { squaredDistance } from '#main/matrix/distance'
import { pace } from '#main/matrix/pace'
import { photoById } from '#main/store/photos'

const rowsAtATime = 2_000

/** The photos nearest to one in the shown space, nearest first, itself left out. @throws UNKNOWN_PHOTO, NOTHING_EMBEDDED */
export async function findSimilar(core: CoreContext, id: PhotoId, limit: number): Promise<Found[]> {
  const library = libraryOf(core)
  photoGiven(library, id)
  const { photos, vectors } = await likenessVectors(library, spaceGiven(library))
  const { columns } = vectors
  const own = photos.indexOf(id)
  if (own < 0)
    throw new NothingEmbedded()
  const rest = pace('Looking for similar photos')
  const distances = new Float64Array(photos.length)
  for (let i = 0; i < photos.length; i++) {
    if (i % rowsAtATime === 0)
      await rest()
    distances[i] = squaredDistance(vectors.values, own * columns, vectors.values, i * columns, columns)
  }
  return Array.from(distances.keys())
    .filter(i => i !== own)
    .sort((a, b) => distances[a] - distances[b] || a - b)
    .slice(0, limit)
    .map(i => ({
      photo: photos[i] as PhotoId,
      path: photoById(library.db, photos[i] as PhotoId)!.path,
      distance: Math.sqrt(distances[i]),
    }))
}
