import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { useSelection } from '../stores/selection'

/** Accept suggestions of the selected photos in one act. */
export const acceptSuggestions: Action = {
  id: 'accept-suggestions',
  group: 'Label',
  title: 'Accept suggestions for the selected photos',
  keys: ['A'],
  icon: 'check',
  where: 'everywhere',
  enabled: () => useSelection().target.length === 0
    ? 'Select photos on the map first.'
    : useSelection().suggestedInTarget > 0 || 'Nothing is suggested for the selected photos.',
  run: async () => void await useLabels().accept({ photos: useSelection().target }),
}
