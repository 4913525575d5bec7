import type { Action } from './action'
import { useSelection } from '../stores/selection'
import { useSimilar } from '../stores/similar'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** The photo in the large view, else several selected ones, else the one the keyboard stands on or the one selected. */
function photosAsked(): Uint32Array {
  const { photo, focus } = useView()
  const { photos } = useSelection()
  if (photo !== null)
    return Uint32Array.of(photo)
  return focus !== null && photos.length <= 1 ? Uint32Array.of(focus) : photos
}

/** Selects the photos most like the one at hand, or like all that are selected. */
export const findSimilar: Action = {
  id: 'find-similar',
  group: 'Find',
  title: 'actions.find-similar',
  keys: ['F'],
  icon: 'similar',
  where: 'everywhere',
  enabled: () => photosAsked().length > 0 || t('actions.selectOrWalk'),
  run: () => useSimilar().select(photosAsked()),
}
