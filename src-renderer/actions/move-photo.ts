import type { Action } from './action'
import { usePhotoZoom } from '../stores/photo-zoom'
import { t } from '../words/t'

const step = 0.2

/** Shows another part of a photo that is seen near. */
export function movePhoto(to: 'left' | 'right' | 'up' | 'down'): Action {
  return {
    id: `photo-${to}`,
    group: 'Photo',
    title: `actions.photo-${to}`,
    keys: [{ left: 'Shift+ArrowLeft', right: 'Shift+ArrowRight', up: 'Shift+ArrowUp', down: 'Shift+ArrowDown' }[to]],
    listed: to === 'left' ? { title: 'actions.movePhoto', get keys() { return `${t('keys.Shift')} ← → ↑ ↓` } } : null,
    where: 'photo',
    enabled: () => usePhotoZoom().zoom.scale > 1 || t('actions.wholePhotoSeen'),
    run: () => usePhotoZoom().moveBy({ left: step, right: -step, up: 0, down: 0 }[to], { left: 0, right: 0, up: step, down: -step }[to]),
  }
}
