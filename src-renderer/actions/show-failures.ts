import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Lists the photos that could not be read, and those that are no longer there. */
export const showFailures: Action = {
  id: 'show-failures',
  group: 'Library',
  title: 'actions.show-failures',
  keys: [],
  icon: 'warning',
  enabled: () => useLibrary().failures.length + useLibrary().missing.length > 0 || t('actions.allRead'),
  run: () => useView().open('failures'),
}
