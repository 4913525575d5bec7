import type { Action } from './action'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'

/** Empties the selection; the queue is left first. */
export const clearSelection: Action = {
  id: 'clear-selection',
  group: 'Label',
  title: () => useView().queue ? 'Back to the map' : 'Select nothing',
  keys: ['Escape'],
  icon: 'close',
  enabled: () => useView().queue || !useSelection().isEmpty || 'Select photos on the map first.',
  run: () => {
    useView().queue = false
    useSelection().clear()
  },
}
