import type { Action } from './action'
import { usePreferences } from '../stores/preferences'
import { t } from '../words/t'

/** Shows where one is on the map, or no longer. */
export const showMinimap: Action = {
  id: 'minimap',
  group: 'Map',
  title: () => usePreferences().minimap ? t('actions.hideMinimap') : t('actions.minimap'),
  keys: ['Shift+Z'],
  enabled: () => true,
  run: () => void (usePreferences().minimap = !usePreferences().minimap),
}
