import type { Action } from './action'
import { useMap } from '../stores/map'
import { usePreferences } from '../stores/preferences'

/** Groups the map more coarsely. */
export const coarserGroups: Action = {
  id: 'coarser-groups',
  group: 'Map',
  title: 'Fewer, larger groups',
  keys: ['Shift+G'],
  enabled: () => useMap().current !== null || 'There is no map yet.',
  run: () => void (usePreferences().granularity = Math.max(0, Math.round((usePreferences().granularity - 0.1) * 100) / 100)),
}
