import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { useSelection } from '../stores/selection'

/** Refuse suggestions of the selected photos in one act. */
export const refuseSuggestions: Action = {
  id: 'refuse-suggestions',
  group: 'Label',
  title: 'Refuse suggestions for the selected photos',
  keys: ['X'],
  icon: 'refuse',
  where: 'everywhere',
  enabled: () => useSelection().target.length === 0
    ? 'Select photos on the map first.'
    : useSelection().suggestedInTarget > 0 || 'Nothing is suggested for the selected photos.',
  run: async () => void await useLabels().refuse({ photos: useSelection().target }),
}
