import type { Action } from './action'
import { useMap } from '../stores/map'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'

/** Selects every photo of the map. */
export const selectAll: Action = {
  id: 'select-all',
  group: 'Label',
  title: 'actions.select-all',
  keys: ['Mod+A'],
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => useSelection().choose(useMap().current!.ids),
}
