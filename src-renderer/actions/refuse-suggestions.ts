import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'

/** Refuse suggestions of the selected photos in one act. */
export const refuseSuggestions: Action = {
  id: 'refuse-suggestions',
  group: 'Label',
  title: 'actions.refuse-suggestions',
  keys: ['X'],
  icon: 'refuse',
  where: 'everywhere',
  enabled: () => useSelection().target.length === 0
    ? t('actions.selectPhotosFirst')
    : useSelection().suggestedInTarget > 0 || t('actions.nothingSuggested'),
  run: async () => void await useLabels().refuse({ photos: useSelection().target }),
}
