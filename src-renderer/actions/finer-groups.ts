import type { Action } from './action'
import { useMap } from '../stores/map'
import { usePreferences } from '../stores/preferences'
import { t } from '../words/t'

/** Groups the map more finely. */
export const finerGroups: Action = {
  id: 'finer-groups',
  group: 'Map',
  title: 'actions.finer-groups',
  keys: ['G'],
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => void (usePreferences().granularity = Math.min(1, Math.round((usePreferences().granularity + 0.1) * 100) / 100)),
}
