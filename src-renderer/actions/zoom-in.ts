import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'

/** Zooms into the middle of the map. */
export const zoomIn: Action = {
  id: 'zoom-in',
  group: 'Map',
  title: 'Zoom in',
  keys: ['+', '='],
  icon: 'plus',
  enabled: () => useMap().current !== null || 'There is no map yet.',
  run: () => useMapControl().drawn?.zoomBy(1.4),
}
