import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Opens how well the labels are told apart. */
export const quality: Action = {
  id: 'quality',
  group: 'Find',
  title: 'actions.quality',
  keys: ['Q'],
  icon: 'quality',
  enabled: () => useLibrary().isOpen || t('actions.openFolderFirst'),
  run: () => useView().openQuality('labels'),
}
