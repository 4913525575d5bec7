import type { Action } from './action'
import { useFind } from '../stores/find'

/** Looks for nothing any more: every photo is shown. */
export const clearFind: Action = {
  id: 'clear-find',
  group: 'Find',
  title: 'Show every photo again',
  keys: ['Shift+Escape'],
  enabled: () => useFind().isOn || 'Nothing is looked for.',
  run: () => useFind().clear(),
}
