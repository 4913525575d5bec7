import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { t } from '../words/t'

/** Zooms so that every photo is in view. */
export const fitAll: Action = {
  id: 'fit-all',
  group: 'Map',
  title: 'actions.fit-all',
  keys: ['Home'],
  icon: 'fit',
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => useMapControl().surface?.fit(),
}
