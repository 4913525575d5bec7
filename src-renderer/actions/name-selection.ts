import type { Action } from './action'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Puts the keyboard into the name field. */
export const nameSelection: Action = {
  id: 'name-selection',
  group: 'Label',
  title: 'actions.name-selection',
  keys: ['L'],
  icon: 'tag',
  where: 'everywhere',
  typed: true,
  enabled: () => useSelection().target.length > 0 || t('actions.selectPhotosFirst'),
  run: () => void useView().naming++,
}
