import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { useSelection } from '../stores/selection'

/** Takes the label from the selected photos. */
export const clearLabel: Action = {
  id: 'clear-label',
  group: 'Label',
  title: 'Take the label away',
  keys: ['0'],
  icon: 'eraser',
  where: 'everywhere',
  enabled: () => useSelection().target.length > 0 || 'Select photos on the map first.',
  run: async () => void await useLabels().assign(useSelection().target, null),
}
