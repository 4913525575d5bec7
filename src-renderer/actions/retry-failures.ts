import type { Action } from './action'
import { useLibrary } from '../stores/library'

/** Reads the photos again that could not be read. */
export const retryFailures: Action = {
  id: 'retry-failures',
  group: 'Library',
  title: 'Try unreadable photos again',
  keys: [],
  icon: 'refresh',
  enabled: () => useLibrary().failures.length > 0 || 'Every photo could be read.',
  run: () => useLibrary().index(true),
}
