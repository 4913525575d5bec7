import type { CoreContext } from '#main/app/core-context'
import type { SpaceRow } from '#main/store/spaces'
import type { Quality } from '#shared/contract/insight'
import type { LabelId, PhotoId } from '#shared/domain/ids'
import { libraryOf } from '#main/app/core-context'
import { labelledRows } from '#main/app/labelled-vectors'
import { spaceGiven } from '#main/app/show-space'
import { silhouetteOfRow } from '#main/matrix/silhouette-of-row'
import { labels as allLabels } from '#main/store/labels'
import { photoById } from '#main/store/photos'
import { isMisplaced } from '#shared/domain/misplaced'

/** The quality of a space with its long columns as arrays. */
export type MeasuredQuality = Omit<Quality, 'photos' | 'silhouettes' | 'nearest'> & { photos: Uint32Array, silhouettes: Float32Array, nearest: Uint32Array }

/** At most so many suspects are told, the worst. */
const suspectsTold = 200

/**
 * How well the labels fit a space: the silhouette of every labelled photo among the labelled ones, and the share whose
 * nearest labelled neighbour has the same label; of more than 2,048 photos by so many of them.
 */
export async function measureQuality(core: CoreContext, space: SpaceRow, signal?: AbortSignal): Promise<MeasuredQuality> {
  const library = libraryOf(core)
  const { photos, vectors } = await library.vectorsOf(space)
  const { rows, classes, labels } = labelledRows(library, { photos })
  const { silhouettes, votes } = await core.onnx.call('fitOfLabels', { space: vectors, rows, classes }, { signal })
  const names = new Map<number, string>(allLabels(library.db).map(({ id, name }) => [id, name]))
  const all: Sums = { photos: 0, silhouette: 0, right: 0 }
  const sums = labels.map((): Sums => ({ photos: 0, silhouette: 0, right: 0 }))
  for (let i = 0; i < rows.length; i++) {
    for (const into of [all, sums[classes[i]]]) {
      into.photos++
      into.silhouette += silhouettes[i]
      into.right += votes[i] === classes[i] ? 1 : 0
    }
  }
  const suspects = Array.from(rows.keys())
    .filter(i => isMisplaced(silhouettes[i]))
    .sort((a, b) => silhouettes[a] - silhouettes[b])
    .slice(0, suspectsTold)
  return {
    space: space.id,
    ...meansOf(all),
    byLabel: labels.map((label, i) => ({
      label: label as LabelId,
      name: names.get(label)!,
      photos: sums[i].photos,
      ...meansOf(sums[i]),
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

interface Sums { photos: number, silhouette: number, right: number }

function meansOf({ photos, silhouette, right }: Sums): { silhouette: number, accuracy: number } {
  return { silhouette: silhouette / (photos || 1), accuracy: right / (photos || 1) }
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
