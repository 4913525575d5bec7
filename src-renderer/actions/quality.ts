import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'

/** Opens how well the labels are told apart. */
export const quality: Action = {
  id: 'quality',
  group: 'Find',
  title: 'Check the labels',
  keys: ['Q'],
  icon: 'quality',
  enabled: () => useLibrary().isOpen || 'Open a folder of photos first.',
  run: () => useView().openQuality('labels'),
}
