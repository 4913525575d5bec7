import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'

/** Opens the photos that lie far from all others. */
export const outliers: Action = {
  id: 'outliers',
  group: 'Find',
  title: 'Find photos unlike all others',
  keys: [],
  icon: 'outlier',
  enabled: () => useLibrary().isOpen || 'Open a folder of photos first.',
  run: () => useView().openQuality('outliers'),
}
