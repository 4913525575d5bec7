import type { Action } from './action'
import { useFind } from '../stores/find'
import { t } from '../words/t'

/** Looks for nothing any more: every photo is shown. */
export const clearFind: Action = {
  id: 'clear-find',
  group: 'Find',
  title: 'actions.clear-find',
  keys: ['Shift+Escape'],
  enabled: () => useFind().isOn || t('actions.nothingLookedFor'),
  run: () => useFind().clear(),
}
