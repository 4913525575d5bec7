import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Opens the photos that are there twice. */
export const duplicates: Action = {
  id: 'duplicates',
  group: 'Find',
  title: 'actions.duplicates',
  keys: [],
  icon: 'duplicates',
  enabled: () => useLibrary().isOpen || t('actions.openFolderFirst'),
  run: () => useView().openQuality('duplicates'),
}
