import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Opens the ways out of the library. */
export const exportLibrary: Action = {
  id: 'export',
  group: 'Library',
  title: 'actions.export',
  keys: ['Mod+E'],
  icon: 'export',
  enabled: () => useLibrary().isOpen || t('actions.openFolderFirst'),
  run: () => useView().open('export'),
}
