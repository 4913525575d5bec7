import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'

/** Zooms so that every photo is in view. */
export const fitAll: Action = {
  id: 'fit-all',
  group: 'Map',
  title: 'Show the whole map',
  keys: ['Home'],
  icon: 'fit',
  enabled: () => useMap().current !== null || 'There is no map yet.',
  run: () => useMapControl().drawn?.fit(),
}
