import type { Action } from './action'
import { usePhotoOrder } from '../stores/photo-order'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Puts two photos side by side: the two selected, or the one in the large view and the next. */
export const comparePhotos: Action = {
  id: 'compare',
  group: 'Photo',
  title: () => useView().compared === null ? t('actions.compare') : t('actions.compareNoLonger'),
  keys: ['C'],
  icon: 'compare',
  where: 'everywhere',
  enabled: () => {
    if (useView().photo === null)
      return useSelection().photos.length === 2 || t('actions.selectTwoFirst')
    return useView().compared !== null || usePhotoOrder().canLeaf(1) || t('actions.noNextToCompare')
  },
  run: () => {
    const view = useView()
    if (view.photo === null)
      [view.photo, view.compared] = useSelection().photos
    else
      view.compared = view.compared === null ? usePhotoOrder().order[usePhotoOrder().at + 1] : null
  },
}
