import type { CoreContext } from '#main/app/core-context'
import type { SpaceRow } from '#main/store/spaces'
import type { Quality } from '#shared/contract/insight'
import type { LabelId, PhotoId } from '#shared/domain/ids'
import { libraryOf } from '#main/app/core-context'
import { labelledRows } from '#main/app/labelled-vectors'
import { spaceGiven } from '#main/app/show-space'
import { takeRows } from '#main/matrix/matrix'
import { silhouetteOfRow } from '#main/matrix/silhouette-of-row'
import { labels as allLabels } from '#main/store/labels'
import { photoById } from '#main/store/photos'

/** The quality of a space with its long columns as arrays. */
export type MeasuredQuality = Omit<Quality, 'photos' | 'silhouettes' | 'nearest'> & { photos: Uint32Array, silhouettes: Float32Array, nearest: Uint32Array }

/** At most so many suspects are told, the worst. */
const suspectsTold = 200

/**
 * How well the labels fit a space: the exact silhouette of every labelled photo among the labelled ones, and the share
 * whose nearest labelled neighbour has the same label.
 */
export async function measureQuality(core: CoreContext, space: SpaceRow, signal?: AbortSignal): Promise<MeasuredQuality> {
  const library = libraryOf(core)
  const { photos, vectors } = await library.vectorsOf(space)
  const { rows, classes, labels } = labelledRows(library, { photos })
  const { silhouettes, votes } = await core.geometry.call('quality', {
    space: takeRows(vectors, rows),
    classes,
  }, { signal })
  const right = votes.map((vote, i) => Number(vote === classes[i]))
  const names = new Map<number, string>(allLabels(library.db).map(({ id, name }) => [id, name]))
  const mean = (values: ArrayLike<number>, among?: number): number => {
    let sum = 0
    let count = 0
    for (let i = 0; i < rows.length; i++) {
      if (among === undefined || classes[i] === among) {
        sum += values[i]
        count++
      }
    }
    return count > 0
      ? sum / count
      : 0
  }
  const suspects = Array.from(rows.keys())
    .filter(i => silhouettes[i] < 0)
    .sort((a, b) => silhouettes[a] - silhouettes[b])
    .slice(0, suspectsTold)
  return {
    space: space.id,
    silhouette: mean(silhouettes),
    accuracy: mean(right),
    byLabel: labels.map((label, i) => ({
      label: label as LabelId,
      name: names.get(label)!,
      photos: classes.filter(at => at === i).length,
      silhouette: mean(silhouettes, i),
      accuracy: mean(right, i),
    })),
    suspects: suspects.map(i => ({
      photo: photos[rows[i]] as PhotoId,
      path: photoById(library.db, photos[rows[i]] as PhotoId)!.path,
      label: names.get(labels[classes[i]])!,
      silhouette: silhouettes[i],
    })),
    photos: Uint32Array.from(rows, row => photos[row]),
    silhouettes,
    nearest: Uint32Array.from(votes, vote => vote < 0 ? 0 : labels[vote]),
  }
}

/** The silhouette of one labelled photo in the shown space; null where it has none yet. */
export async function silhouetteOfPhoto(core: CoreContext, photo: PhotoId): Promise<number | null> {
  const library = libraryOf(core)
  const { photos, vectors } = await library.vectorsOf(spaceGiven(library))
  const { rows, classes } = labelledRows(library, { photos })
  const at = rows.indexOf(photos.indexOf(photo))
  if (at < 0)
    return null
  return silhouetteOfRow(vectors, rows, classes, at)
}
