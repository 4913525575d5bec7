import type { Action } from './action'
import { usePhotoOrder } from '../stores/photo-order'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Goes on to the next photo in the large view, or back to the one before. */
export function leafPhoto(by: 1 | -1) {
  return {
    id: by === 1 ? 'next-photo' : 'previous-photo',
    group: 'Photo',
    title: by === 1 ? 'actions.next-photo' : 'actions.previous-photo',
    keys: [by === 1 ? 'ArrowRight' : 'ArrowLeft'],
    icon: by === 1 ? 'right' : 'left',
    where: 'photo',
    enabled: () => {
      if (useView().photo === null)
        return t('actions.openPhotoFirst')
      return usePhotoOrder().canLeaf(by) || (by === 1 ? t('actions.lastPhoto') : t('actions.firstPhoto'))
    },
    run: () => usePhotoOrder().leaf(by),
  } as const satisfies Action
}
