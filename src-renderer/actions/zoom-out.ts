import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'

/** Zooms out from the middle of the map. */
export const zoomOut: Action = {
  id: 'zoom-out',
  group: 'Map',
  title: 'Zoom out',
  keys: ['-'],
  icon: 'minus',
  enabled: () => useMap().current !== null || 'There is no map yet.',
  run: () => useMapControl().drawn?.zoomBy(1 / 1.4),
}
