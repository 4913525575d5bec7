import type { Action } from './action'
import { usePhotoZoom } from '../stores/photo-zoom'
import { useView } from '../stores/view'

/** Goes nearer to the photo in the large view, or back. */
export function zoomPhoto(way: 'in' | 'out'): Action {
  return {
    id: `photo-zoom-${way}`,
    group: 'Photo',
    title: way === 'in' ? 'Go nearer to the photo' : 'Go back from the photo',
    keys: way === 'in' ? ['+', '='] : ['-'],
    icon: way === 'in' ? 'plus' : 'minus',
    where: 'photo',
    enabled: () => {
      if (useView().photo === null)
        return 'Open a photo first.'
      return way === 'in' || usePhotoZoom().zoom.scale > 1 || 'The whole photo is seen.'
    },
    run: () => usePhotoZoom().zoomBy(way === 'in' ? 1.5 : 1 / 1.5),
  }
}
