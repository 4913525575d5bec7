import type { Action } from './action'
import { useGrid } from '../stores/grid'
import { usePreferences } from '../stores/preferences'
import { t } from '../words/t'

/** Puts the grid into sections by group or by label. */
export const gridBy: Action = {
  id: 'grid-by',
  group: 'Map',
  title: () => usePreferences().gridBy === 'groups' ? t('actions.grid-by') : t('actions.gridByGroup'),
  keys: ['Shift+T'],
  icon: 'tag',
  enabled: () => useGrid().isShown || t('actions.gridFirst'),
  run: () => void (usePreferences().gridBy = usePreferences().gridBy === 'groups' ? 'labels' : 'groups'),
}
