import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'

/** Takes the label from the selected photos. */
export const clearLabel: Action = {
  id: 'clear-label',
  group: 'Label',
  title: 'actions.clear-label',
  keys: ['0'],
  icon: 'eraser',
  where: 'everywhere',
  enabled: () => useSelection().target.length > 0 || t('actions.selectPhotosFirst'),
  run: async () => void await useLabels().assign(useSelection().target, null),
}
