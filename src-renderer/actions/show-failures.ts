import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'

/** Lists the photos that could not be read. */
export const showFailures: Action = {
  id: 'show-failures',
  group: 'Library',
  title: 'Show unreadable photos',
  keys: [],
  icon: 'warning',
  enabled: () => useLibrary().failures.length > 0 || 'Every photo could be read.',
  run: () => useView().open('failures'),
}
