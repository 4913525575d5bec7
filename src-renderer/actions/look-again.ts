import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { t } from '../words/t'

/** Scans the folder again for new, changed and removed photos. */
export const lookAgain: Action = {
  id: 'look-again',
  group: 'Library',
  title: 'actions.look-again',
  keys: [],
  icon: 'refresh',
  enabled: () => useLibrary().isOpen || t('actions.openFolderFirst'),
  run: () => useLibrary().index(false),
}
