import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Opens the photos that lie far from all others. */
export const outliers: Action = {
  id: 'outliers',
  group: 'Find',
  title: 'actions.outliers',
  keys: [],
  icon: 'outlier',
  enabled: () => useLibrary().isOpen || t('actions.openFolderFirst'),
  run: () => useView().openQuality('outliers'),
}
