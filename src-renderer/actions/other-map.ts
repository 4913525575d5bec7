import type { Action } from './action'
import { useMapControl } from '../stores/map-control'
import { twoMapsAreOpen } from './two-map-actions'

/** Gives the keyboard to the other one of two maps. */
export const otherMap: Action = {
  id: 'other-map',
  group: 'Map',
  title: 'actions.other-map',
  keys: ['O'],
  enabled: twoMapsAreOpen,
  run: () => useMapControl().focus(useMapControl().other),
}
