import type { Action } from './action'
import { useLibrary } from '../stores/library'

/** Scans the folder again for new, changed and removed photos. */
export const lookAgain: Action = {
  id: 'look-again',
  group: 'Library',
  title: 'Look for new photos',
  keys: [],
  icon: 'refresh',
  enabled: () => useLibrary().isOpen || 'Open a folder of photos first.',
  run: () => useLibrary().index(false),
}
