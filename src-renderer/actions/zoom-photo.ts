import type { Action } from './action'
import { usePhotoZoom } from '../stores/photo-zoom'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Goes nearer to the photo in the large view, or back. */
export function zoomPhoto(way: 'in' | 'out'): Action {
  return {
    id: `photo-zoom-${way}`,
    group: 'Photo',
    title: way === 'in' ? 'actions.photo-zoom-in' : 'actions.photo-zoom-out',
    keys: way === 'in' ? ['+', '='] : ['-'],
    icon: way === 'in' ? 'plus' : 'minus',
    where: 'photo',
    enabled: () => {
      if (useView().photo === null)
        return t('actions.openPhotoFirst')
      return way === 'in' || usePhotoZoom().zoom.scale > 1 || t('actions.wholePhotoSeen')
    },
    run: () => usePhotoZoom().zoomBy(way === 'in' ? 1.5 : 1 / 1.5),
  }
}
