import type { Action } from './action'
import { useLibrary } from '../stores/library'

/** Goes back to the start. */
export const closeLibrary: Action = {
  id: 'close-library',
  group: 'Library',
  title: 'Close library',
  keys: [],
  icon: 'close',
  enabled: () => useLibrary().isOpen || 'Open a folder of photos first.',
  run: () => useLibrary().close(),
}
