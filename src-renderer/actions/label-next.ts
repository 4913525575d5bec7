import type { Action } from './action'
import { useMap } from '../stores/map'
import { useView } from '../stores/view'

/** Opens the queue of what to label next, or goes back to the map. */
export const labelNext: Action = {
  id: 'label-next',
  group: 'Label',
  title: () => useView().queue ? 'Back to the map' : 'What to label next',
  keys: ['N'],
  icon: 'queue',
  enabled: () => useMap().current !== null || 'There is no map yet.',
  run: () => void (useView().queue = !useView().queue),
}
