import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Refuse suggestions of the selected photos in one act, or the one of the photo in the large view. */
export const refuseSuggestions: Action = {
  id: 'refuse-suggestions',
  group: 'Label',
  title: () => t(useView().photo === null ? 'actions.refuse-suggestions' : 'actions.refuse-suggestion'),
  keys: ['X'],
  icon: 'refuse',
  where: 'everywhere',
  enabled: () => useSelection().target.length === 0
    ? t('actions.selectPhotosFirst')
    : useSelection().suggestedInTarget > 0 || t('actions.nothingSuggested'),
  run: async () => void await useLabels().refuse({ photos: useSelection().target }),
}
