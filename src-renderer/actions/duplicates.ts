import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'

/** Opens the photos that are there twice. */
export const duplicates: Action = {
  id: 'duplicates',
  group: 'Find',
  title: 'Find duplicates',
  keys: [],
  icon: 'duplicates',
  enabled: () => useLibrary().isOpen || 'Open a folder of photos first.',
  run: () => useView().openQuality('duplicates'),
}
