import type { Done } from '#main/app/act'
import type { OpenLibrary } from '#main/app/open-library'
import type { Suggestions } from '#main/store/suggestions'
import type { LabelId } from '#shared/domain/ids'
import { act } from '#main/app/act'
import { labelNamed } from '#main/app/label-photos'
import { currentSuggestions } from '#main/app/suggest-labels'
import { actTitle } from '#shared/domain/act-title'

/** Which suggestions are meant: of one label or all, at or above a confidence, for the photos given or all. */
export interface Meant {
  label?: LabelId
  above: number
  photos?: Uint32Array
}

/** Makes suggestions labels: one act. @throws UNKNOWN_LABEL */
export function acceptSuggestions(library: OpenLibrary, meant: Meant): Done {
  const { photos, labels } = meantOf(library, meant)
  return act(library, {
    kind: 'accept',
    title: meant.label === undefined
      ? actTitle('Accept the suggestions for {photos}', { photos: photos.length })
      : actTitle('Accept {label} for {photos}', { label: labelNamed(library, { id: meant.label }).name, photos: photos.length }),
    effort: photos.length > 0
      ? 1
      : 0,
    photos,
    labels,
  })
}

/** Refuses suggestions: those photos are not suggested that label again. One act. @throws UNKNOWN_LABEL */
export function refuseSuggestions(library: OpenLibrary, meant: Meant): Done {
  const { photos, labels } = meantOf(library, meant)
  return act(library, {
    kind: 'refuse',
    title: meant.label === undefined
      ? actTitle('Refuse the suggestions for {photos}', { photos: photos.length })
      : actTitle('Refuse {label} for {photos}', { label: labelNamed(library, { id: meant.label }).name, photos: photos.length }),
    effort: photos.length > 0
      ? 1
      : 0,
    photos,
    labels,
  })
}

function meantOf(library: OpenLibrary, { label, above, photos }: Meant): Pick<Suggestions, 'photos' | 'labels'> {
  if (label !== undefined)
    labelNamed(library, { id: label })
  const all = currentSuggestions(library)
  const among = photos && new Set(photos)
  const at = Array.from(all.photos.keys()).filter(i =>
    (label === undefined || all.labels[i] === label) && all.confidences[i] >= above && (!among || among.has(all.photos[i])))
  return {
    photos: Uint32Array.from(at, i => all.photos[i]),
    labels: Uint32Array.from(at, i => all.labels[i]),
  }
}
