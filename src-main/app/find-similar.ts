import type { CoreContext } from '#main/app/core-context'
import type { Found } from '#shared/contract/find'
import type { PhotoId } from '#shared/domain/ids'
import { NothingEmbedded } from '#main/app/app-errors'
import { libraryOf } from '#main/app/core-context'
import { eachMatch } from '#main/app/each-match'
import { likenessVectors } from '#main/app/likeness-vectors'
import { checkPhotos } from '#main/app/photo-given'
import { spaceGiven } from '#main/app/show-space'
import { squaredDistance } from '#main/matrix/distance'
import { pace } from '#main/matrix/pace'
import { photoById } from '#main/store/photos'

const rowsAtATime = 2_000

/**
 * The photos nearest to the middle of those given (uint32 ids) in the shown space, nearest first, they themselves left out.
 * @throws UNKNOWN_PHOTO, NOTHING_EMBEDDED where none of them has a vector
 */
export async function findSimilar(core: CoreContext, to: Uint32Array, limit: number): Promise<Found[]> {
  const library = libraryOf(core)
  checkPhotos(library, to)
  const { photos, vectors } = await likenessVectors(library, spaceGiven(library))
  const { columns } = vectors
  const given = new Uint8Array(photos.length)
  eachMatch(photos, to.toSorted(), at => given[at] = 1)
  const own = Array.from(given.keys()).filter(row => given[row])
  if (own.length === 0)
    throw new NothingEmbedded()
  const middle = new Float32Array(columns)
  for (const row of own) {
    for (let column = 0; column < columns; column++)
      middle[column] += vectors.values[row * columns + column] / own.length
  }
  const rest = pace('Looking for similar photos')
  const distances = new Float64Array(photos.length)
  for (let i = 0; i < photos.length; i++) {
    if (i % rowsAtATime === 0)
      await rest()
    distances[i] = squaredDistance(middle, 0, vectors.values, i * columns, columns)
  }
  return Array.from(distances.keys())
    .filter(i => !given[i])
    .sort((a, b) => distances[a] - distances[b] || a - b)
    .slice(0, limit)
    .map(i => ({
      photo: photos[i] as PhotoId,
      path: photoById(library.db, photos[i] as PhotoId)!.path,
      distance: Math.sqrt(distances[i]),
    }))
}
