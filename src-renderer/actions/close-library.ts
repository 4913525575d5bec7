import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { t } from '../words/t'

/** Goes back to the start. */
export const closeLibrary: Action = {
  id: 'close-library',
  group: 'Library',
  title: 'actions.close-library',
  keys: [],
  icon: 'close',
  enabled: () => useLibrary().isOpen || t('actions.openFolderFirst'),
  run: () => useLibrary().close(),
}
