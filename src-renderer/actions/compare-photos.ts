import type { Action } from './action'
import { usePhotoOrder } from '../stores/photo-order'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'

/** Puts two photos side by side: the two selected, or the one in the large view and the next. */
export const comparePhotos: Action = {
  id: 'compare',
  group: 'Photo',
  title: () => useView().compared === null ? 'Compare two photos' : 'Compare no longer',
  keys: ['C'],
  icon: 'compare',
  where: 'everywhere',
  enabled: () => {
    if (useView().photo === null)
      return useSelection().photos.length === 2 || 'Select two photos first.'
    return useView().compared !== null || usePhotoOrder().canLeaf(1) || 'There is no next photo to compare with.'
  },
  run: () => {
    const view = useView()
    if (view.photo === null)
      [view.photo, view.compared] = useSelection().photos
    else
      view.compared = view.compared === null ? usePhotoOrder().order[usePhotoOrder().at + 1] : null
  },
}
