import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { t } from '../words/t'

/** Zooms into the middle of the map. */
export const zoomIn: Action = {
  id: 'zoom-in',
  group: 'Map',
  title: 'actions.zoom-in',
  keys: ['+', '='],
  icon: 'plus',
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => useMapControl().surface?.zoomBy(1.4),
}
