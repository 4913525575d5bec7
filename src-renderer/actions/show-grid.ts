import type { Action } from './action'
import { useGrid } from '../stores/grid'
import { useMapControl } from '../stores/map-control'
import { usePreferences } from '../stores/preferences'
import { t } from '../words/t'

/** Shows the photos as a grid where the map is, or the map again. */
export const showGrid: Action = {
  id: 'show-grid',
  group: 'Map',
  title: () => useGrid().isShown ? t('actions.showMap') : t('actions.show-grid'),
  keys: ['T'],
  icon: 'grid',
  enabled: () => useMapControl().canBeDrawn || t('map.noWebGl'),
  run: () => void (usePreferences().grid = !usePreferences().grid),
}
