import type { Action } from './action'
import { useFind } from '../stores/find'
import { foundAmong } from '../stores/found-among'
import { useMap } from '../stores/map'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'

/** Selects every photo of the map that is not left out by a search. */
export const selectAll: Action = {
  id: 'select-all',
  group: 'Label',
  title: 'actions.select-all',
  keys: ['Mod+A'],
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => useSelection().choose(foundAmong(useMap().current!.ids, useFind().found)),
}
