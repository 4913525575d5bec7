import type { Action } from './action'
import { useMapControl } from '../stores/map-control'
import { useSelection } from '../stores/selection'

/** Zooms so that the selected photos fill the view. */
export const fitSelection: Action = {
  id: 'fit-selection',
  group: 'Map',
  title: 'Zoom to the selection',
  keys: ['Z'],
  icon: 'focus',
  enabled: () => !useSelection().isEmpty || 'Select photos on the map first.',
  run: () => useMapControl().drawn?.fit(useSelection().photos),
}
