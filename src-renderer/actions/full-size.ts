import type { Action } from './action'
import { usePhotoZoom } from '../stores/photo-zoom'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Shows the photo in the large view with one screen pixel for each of its own, and the whole of it again. */
export const fullSize: Action = {
  id: 'photo-full-size',
  group: 'Photo',
  title: 'actions.photo-full-size',
  keys: ['Z'],
  where: 'photo',
  enabled: () => {
    if (useView().photo === null)
      return t('actions.openPhotoFirst')
    const { zoom, fitted } = usePhotoZoom()
    return zoom.scale > 1 || (fitted !== null && fitted < 1) || t('actions.smallPhoto')
  },
  run: () => usePhotoZoom().fitOrFull(),
}
