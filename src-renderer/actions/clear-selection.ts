import type { Action } from './action'
import { useSelection } from '../stores/selection'

/** Empties the selection. */
export const clearSelection: Action = {
  id: 'clear-selection',
  group: 'Label',
  title: 'Select nothing',
  keys: ['Escape'],
  icon: 'close',
  enabled: () => !useSelection().isEmpty || 'Select photos on the map first.',
  run: () => useSelection().clear(),
}
