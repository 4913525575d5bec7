import type { Action } from './action'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'

/** Puts the keyboard into the name field. */
export const nameSelection: Action = {
  id: 'name-selection',
  group: 'Label',
  title: 'Name the selected photos',
  keys: ['L'],
  icon: 'tag',
  where: 'everywhere',
  enabled: () => useSelection().target.length > 0 || 'Select photos on the map first.',
  run: () => void useView().naming++,
}
