import type { PhotoMap } from '../map/photo-map-types'
import type { Action } from './action'
import { useMapControl } from '../stores/map-control'
import { t } from '../words/t'

function viewed(): PhotoMap | null {
  const { sides, at } = useMapControl()
  return sides[at]
}

/** Goes to the view of the map that was seen before, or forward again. */
export function goInViews(way: 'back' | 'forward'): Action {
  return {
    id: `view-${way}`,
    group: 'Map',
    title: `actions.view-${way}`,
    keys: [way === 'back' ? 'Alt+ArrowLeft' : 'Alt+ArrowRight'],
    icon: way === 'back' ? 'left' : 'right',
    enabled: () => viewed() !== null || t('actions.noMapYet'),
    run: () => way === 'back' ? viewed()?.goBack() : viewed()?.goForward(),
  }
}
