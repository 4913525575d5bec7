import type { Action } from './action'
import { useMap } from '../stores/map'
import { usePreferences } from '../stores/preferences'
import { t } from '../words/t'

/** Groups the map more coarsely. */
export const coarserGroups: Action = {
  id: 'coarser-groups',
  group: 'Map',
  title: 'actions.coarser-groups',
  keys: ['Shift+G'],
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => void (usePreferences().granularity = Math.max(0, Math.round((usePreferences().granularity - 0.1) * 100) / 100)),
}
