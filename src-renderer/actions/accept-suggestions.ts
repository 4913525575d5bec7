import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Accept suggestions of the selected photos in one act, or the one of the photo in the large view. */
export const acceptSuggestions: Action = {
  id: 'accept-suggestions',
  group: 'Label',
  title: () => t(useView().photo === null ? 'actions.accept-suggestions' : 'actions.accept-suggestion'),
  keys: ['A'],
  icon: 'check',
  where: 'everywhere',
  enabled: () => useSelection().target.length === 0
    ? t('actions.selectPhotosFirst')
    : useSelection().suggestedInTarget > 0 || t('actions.nothingSuggested'),
  run: async () => void await useLabels().accept({ photos: useSelection().target }),
}
