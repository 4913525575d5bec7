import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { t } from '../words/t'

/** Zooms out from the middle of the map. */
export const zoomOut: Action = {
  id: 'zoom-out',
  group: 'Map',
  title: 'actions.zoom-out',
  keys: ['-'],
  icon: 'minus',
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => useMapControl().surface?.zoomBy(1 / 1.4),
}
