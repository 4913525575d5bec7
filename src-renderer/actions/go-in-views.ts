import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { t } from '../words/t'

/** Goes to the view of the map that was seen before, or forward again. */
export function goInViews(way: 'back' | 'forward'): Action {
  return {
    id: `view-${way}`,
    group: 'Map',
    title: `actions.view-${way}`,
    keys: [way === 'back' ? 'Alt+ArrowLeft' : 'Alt+ArrowRight'],
    icon: way === 'back' ? 'left' : 'right',
    enabled: () => useMap().current !== null || t('actions.noMapYet'),
    run: () => way === 'back' ? useMapControl().drawn?.goBack() : useMapControl().drawn?.goForward(),
  }
}
