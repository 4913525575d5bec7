import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { t } from '../words/t'

/** Reads the photos again that could not be read. */
export const retryFailures: Action = {
  id: 'retry-failures',
  group: 'Library',
  title: 'actions.retry-failures',
  keys: [],
  icon: 'refresh',
  enabled: () => useLibrary().failures.length > 0 || t('actions.allRead'),
  run: () => useLibrary().index(true),
}
