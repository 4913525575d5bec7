import type { Action } from './action'
import { useMap } from '../stores/map'
import { useSelection } from '../stores/selection'

/** Selects every photo of the map. */
export const selectAll: Action = {
  id: 'select-all',
  group: 'Label',
  title: 'Select all photos',
  keys: ['Mod+A'],
  enabled: () => useMap().current !== null || 'There is no map yet.',
  run: () => useSelection().choose(useMap().current!.ids),
}
