import type { CoreContext } from '#main/app/core-context'
import type { Found } from '#shared/contract/find'
import type { PhotoId } from '#shared/domain/ids'
import { libraryOf } from '#main/app/core-context'
import { likenessVectors } from '#main/app/likeness-vectors'
import { neighboursInSpace } from '#main/app/neighbours-in-space'
import { spaceGiven } from '#main/app/show-space'
import { outlierFence, outlierScores } from '#main/matrix/outlier-scores'
import { photoById } from '#main/store/photos'

/** How many neighbours make a photo's surroundings. */
const around = 10

/**
 * Photos clearly unlike all others in the shown space, the loneliest first; `distance` is their outlier score.
 * @throws NOTHING_EMBEDDED
 */
export async function findOutliers(core: CoreContext, limit: number, signal?: AbortSignal): Promise<Found[]> {
  const library = libraryOf(core)
  const space = await likenessVectors(library, spaceGiven(library))
  const scores = outlierScores(await neighboursInSpace(core, space, around, signal))
  const clearly = outlierFence(scores)
  return Array.from(scores.keys())
    .filter(i => scores[i] >= clearly)
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .slice(0, limit)
    .map(i => ({ photo: space.photos[i] as PhotoId, path: photoById(library.db, space.photos[i] as PhotoId)!.path, distance: scores[i] }))
}
